// The part of exceljs that is used, taken by path: its main file also loads CSV and streaming.
declare module 'exceljs/lib/doc/workbook.js' {
  import { Workbook } from 'exceljs';
  export default Workbook;
}
