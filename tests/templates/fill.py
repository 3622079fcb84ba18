# Fills templates by openpyxl, as a program of the office may: reads {template, target, rows} from standard input.
import json
import re
import sys
from datetime import datetime

from openpyxl import load_workbook

DATE = re.compile(r"\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$")


def typed(value, format):
    if not (isinstance(value, str) and format.startswith("yyyy") and DATE.match(value)):
        return value
    return datetime.strptime(value, "%Y-%m-%d %H:%M" if " " in value else "%Y-%m-%d")


for job in json.load(sys.stdin):
    book = load_workbook(job["template"])
    sheet = book.worksheets[0]
    head = next(row for row in sheet.iter_rows(max_row=5) if sum(cell.value is not None for cell in row) > 1)
    columns = {re.sub(r"（.*|\*$", "", cell.value): cell.column for cell in head}
    first = head[0].row + 2
    for index, row in enumerate(job["rows"]):
        for name, value in row.items():
            format = sheet.cell(first - 1, columns[name]).number_format
            cell = sheet.cell(first + index, columns[name], typed(value, format))
            cell.number_format = format
    book.save(job["target"])
