// Everyday offices of one month, as tables of text: what a clerk would export, right in every cell. Seeded.
import type { MemoryFile } from '../memory-workspace.ts';
import { daysOf, isWorkday, workdaysOf } from '../oracle/calendar.ts';
import { Chance } from '../oracle/prng.ts';

export interface Table {
  readonly path: string;
  /** The kind's name, as problems name it. */
  readonly kind: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface OfficeOptions {
  readonly people?: number;
  /** Columns beside those the program knows: 性别, 备注, 审核人 … */
  readonly everyday?: boolean;
  readonly hasLeave?: boolean;
}

export interface DamagedOffice {
  readonly period: string;
  readonly tables: readonly Table[];
  /** Files that stay as they are. */
  readonly others: readonly MemoryFile[];
}

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'];
const GIVEN = ['芳', '伟', '敏', '静', '丽华', '强', '建军', '洋', '国勇', '艳', '杰', '海涛', '明', '志超', '霞'];
const CATEGORIES = ['矛盾纠纷', '安全隐患', '环境卫生', '公共设施', '民生服务'];
const TEXTS = [
  '楼道堆物已清理',
  '路灯不亮已报修',
  '邻里纠纷已调解',
  '消防通道占用已劝离',
  '垃圾未清运已联系',
  '井盖松动已上报',
];
const PLACES = ['东区', '西区', '南巷', '北巷', '一号楼', '二号楼', '三号楼', '菜场', '学校门口', '桥头'];
const PERIODS = ['2021-07', '2021-11', '2022-03', '2023-05', '2024-08', '2025-04'];

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const identity = (base: string): string =>
  base +
  '10X98765432'.charAt([...base].reduce((sum, digit, at) => sum + Number(digit) * (WEIGHTS[at] as number), 0) % 11);

const two = (number: number): string => String(number).padStart(2, '0');

interface Worker {
  readonly id: string;
  readonly name: string;
  readonly grid: string;
  /** Workdays on leave: three in a row, for some. */
  readonly away: readonly string[];
}

class Writer {
  private readonly used = new Set<string>();
  readonly days: readonly string[];
  readonly workers: readonly Worker[];

  constructor(
    private readonly chance: Chance,
    readonly period: string,
    private readonly options: OfficeOptions,
  ) {
    this.days = workdaysOf(period);
    const count = options.people ?? chance.int(6, 12);
    this.workers = Array.from({ length: count }, (_, index) => {
      const start = chance.int(3, this.days.length - 6);
      const isAway = (options.hasLeave ?? true) && index % 4 === 1;
      return {
        id: `W${String(index + 1).padStart(3, '0')}`,
        name: this.name(),
        grid: `G${String(index + 1).padStart(3, '0')}`,
        away: isAway ? this.days.slice(start, start + 4) : [],
      };
    });
  }

  private name(): string {
    for (;;) {
      const name = `${this.chance.pick(SURNAMES)}${this.chance.pick(GIVEN)}`;
      if (!this.used.has(name)) {
        this.used.add(name);
        return name;
      }
    }
  }

  private table(kind: string, headings: readonly string[], rows: readonly (readonly string[])[]): Table {
    const { chance, options } = this;
    const path = kind === '花名册' ? '花名册.csv' : `${this.period}/${kind}.csv`;
    if (!options.everyday) return { path, kind, headings, rows };
    const extra: readonly (readonly [string, () => string])[] = EVERYDAY[kind] ?? [];
    const more = [['备注', () => ''] as const, ...extra];
    return {
      path,
      kind,
      headings: ['序号', ...headings, ...more.map(([heading]) => heading)],
      rows: rows.map((row, index) => [String(index + 1), ...row, ...more.map(([, value]) => value.call(chance))]),
    };
  }

  roster(): Table {
    const { chance } = this;
    const line = (id: string, name: string, role: string, grid: string, index: number): string[] => [
      id,
      name,
      role,
      grid,
      `20${two(chance.int(10, 20))}-${two(chance.int(1, 12))}-${two(chance.int(1, 28))}`,
      '',
      identity(`330683198${chance.int(0, 9)}${two(chance.int(1, 12))}${two(chance.int(1, 28))}${100 + index}`),
      `138${String(10_000_000 + index * 7919 + chance.int(0, 5000)).padStart(8, '0')}`,
    ];
    const workers = this.workers.map(({ id, name, grid }, index) => line(id, name, '专职网格员', grid, index));
    const others = [
      line('L001', this.name(), '网格长', 'G001', 501),
      line('P001', this.name(), '兼职网格员', 'G001', 502),
    ];
    return this.table(
      '花名册',
      ['工号', '姓名', '角色', '网格编号', '入职日期', '离职日期', '身份证号', '手机号码'],
      [...workers, ...others],
    );
  }

  patrol(): Table {
    const { chance } = this;
    const rows = this.workers.flatMap(({ id, name, away }) => {
      const weak = chance.is(0.2);
      return this.days
        .filter((day) => !away.includes(day))
        .map((day) => [
          day,
          id,
          name,
          `${chance.int(96, 100)}%`,
          weak && chance.is(0.15) ? '3.5' : (chance.int(42, 68) / 10).toFixed(1),
          (chance.int(31, 52) / 10).toFixed(1),
          String(chance.int(1, 2)),
          String(chance.int(1, 2)),
        ]);
    });
    const headings = [
      '日期',
      '工号',
      '姓名',
      '在线率',
      '在线时长（小时）',
      '巡查里程（公里）',
      '重点人员走访',
      '重点场所走访',
    ];
    return this.table(
      '巡查',
      headings,
      rows.sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1)),
    );
  }

  reports(): Table {
    const { chance } = this;
    const rows = this.workers.flatMap(({ id, name, grid, away }) => {
      const days = daysOf(this.period).filter((day) => !away.includes(day) && (isWorkday(day) || chance.is(0.2)));
      return days
        .filter(() => chance.is(0.95))
        .map((day) => [
          id,
          name,
          `${day} ${two(chance.int(8, 17))}:${two(chance.int(0, 59))}`,
          chance.pick(CATEGORIES),
          grid,
          chance.is(0.95) ? '有效' : '无效',
          `${chance.pick(PLACES)}${chance.int(1, 40)}号${chance.pick(TEXTS)}`,
        ]);
    });
    const sorted = rows.sort((a, b) => ((a[2] as string) < (b[2] as string) ? -1 : 1));
    const year = this.period.replace('-', '');
    return this.table(
      '信息',
      ['编号', '工号', '姓名', '上报时间', '类别', '网格编号', '是否有效', '内容'],
      sorted.map((row, index) => [`X${year}${String(index + 1).padStart(4, '0')}`, ...row]),
    );
  }

  tasks(): Table {
    const { chance } = this;
    let number = 0;
    const rows = this.workers.flatMap(({ id, name }) =>
      ['事件', '事件', '事件', '事件', '任务', '任务', '任务', '任务', '临时'].map((type, index) => {
        const at = Math.min(this.days.length - 4, 1 + index * 2);
        const [dispatched, done, due] = [at, at + 1, at + 3].map((day) => this.days[day] as string);
        const isDone = chance.is(0.95);
        number += 1;
        return [
          `T${String(number).padStart(4, '0')}`,
          type,
          id,
          name,
          dispatched as string,
          due as string,
          isDone ? (done as string) : '',
          isDone ? '办结' : '办理中',
        ];
      }),
    );
    return this.table('派单', ['编号', '类型', '工号', '姓名', '派单时间', '截止时间', '完成时间', '状态'], rows);
  }

  meetings(): Table {
    const { chance } = this;
    const rows = [this.days[2], this.days[12]].flatMap((day) =>
      this.workers.map(({ id, name, away }) => [
        day as string,
        id,
        name,
        away.includes(day as string) ? '请假' : chance.is(0.92) ? '出席' : chance.pick(['迟到', '缺席']),
      ]),
    );
    return this.table('例会', ['日期', '工号', '姓名', '签到'], rows);
  }

  leave(): Table | null {
    const away = this.workers.filter((one) => one.away.length > 0);
    if (away.length === 0) return null;
    return this.table(
      '请假',
      ['工号', '姓名', '开始日期', '结束日期', '类型'],
      away.map((one) => [
        one.id,
        one.name,
        one.away[0] as string,
        one.away.at(-1) as string,
        this.chance.pick(['事假', '病假', '年假', '公假']),
      ]),
    );
  }

  adjustments(): Table {
    const { chance } = this;
    const rows = this.workers
      .filter((_, index) => index % 3 === 0)
      .map(({ id, name }, index) => [
        id,
        name,
        ...(chance.is(0.5)
          ? ['高温慰问', String(chance.int(5, 30) * 10), `${chance.pick(PLACES)}值守${index}`]
          : ['工装赔偿扣款', String(-chance.int(5, 30) * 10), `遗失工装${index}`]),
        '李强',
      ]);
    return this.table('增减项', ['工号', '姓名', '项目', '金额', '原因', '批准人'], rows);
  }

  scores(): Table {
    const { chance } = this;
    return this.table(
      '评分',
      ['工号', '姓名', '巡查质量', '清单掌握'],
      this.workers.map(({ id, name }) => [id, name, String(chance.int(80, 100)), '是']),
    );
  }
}

/** Columns that exports have and the program does not use, each with what stands in it. */
const EVERYDAY: Readonly<Record<string, readonly (readonly [string, (this: Chance) => string])[]>> = {
  花名册: [
    [
      '性别',
      function () {
        return this.pick(['男', '女']);
      },
    ],
    [
      '政治面貌',
      function () {
        return this.pick(['群众', '中共党员']);
      },
    ],
    [
      '文化程度',
      function () {
        return this.pick(['大专', '本科', '高中']);
      },
    ],
    [
      '出生年月',
      function () {
        return `19${this.int(70, 99)}-${two(this.int(1, 12))}-${two(this.int(1, 28))}`;
      },
    ],
    [
      '年龄',
      function () {
        return String(this.int(22, 58));
      },
    ],
  ],
  巡查: [
    [
      '设备编号',
      function () {
        return `SB${this.int(1000, 9999)}`;
      },
    ],
    [
      '更新时间',
      function () {
        return `2021-08-${two(this.int(1, 9))} 0${this.int(1, 8)}:15`;
      },
    ],
  ],
  信息: [
    [
      '受理时间',
      function () {
        return `2021-07-${two(this.int(10, 28))} 10:${two(this.int(0, 59))}`;
      },
    ],
    [
      '审核人',
      function () {
        return this.pick(['赵主任', '钱科长']);
      },
    ],
    [
      '审核时间',
      function () {
        return `2021-07-${two(this.int(10, 28))} 16:${two(this.int(0, 59))}`;
      },
    ],
    [
      '附件数',
      function () {
        return String(this.int(0, 3));
      },
    ],
  ],
  派单: [
    [
      '派单人',
      function () {
        return this.pick(['赵主任', '钱科长']);
      },
    ],
    [
      '事项',
      function () {
        return this.pick(TEXTS);
      },
    ],
  ],
  例会: [['地点', () => '三楼会议室']],
};

export function everydayOffice(seed: number, options: OfficeOptions = {}): DamagedOffice {
  const chance = new Chance(seed);
  const writer = new Writer(chance, chance.pick(PERIODS), options);
  const tables = [
    writer.roster(),
    writer.patrol(),
    writer.reports(),
    writer.tasks(),
    writer.meetings(),
    writer.leave(),
    writer.adjustments(),
    writer.scores(),
  ];
  return { period: writer.period, tables: tables.filter((table) => table !== null), others: [] };
}
