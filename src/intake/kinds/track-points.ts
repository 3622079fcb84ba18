// 轨迹点: recognised and counted; daily figures are not made of them yet.
import { defineKind } from '../kind.ts';
import { PERSON_FIELDS } from './common.ts';

export const trackPoints = defineKind({
  kind: 'trackPoints',
  fields: {
    ...PERSON_FIELDS,
    time: ['时间', '定位时间', '采集时间'],
    longitude: ['经度', 'LNG', 'LON', 'LONGITUDE'],
    latitude: ['纬度', 'LAT', 'LATITUDE'],
    speed: ['速度', 'SPEED'],
    accuracy: ['精度', '定位精度', 'ACCURACY'],
  },
  recognisedBy: [
    ['time', 'longitude', 'latitude'],
    ['person', 'longitude', 'latitude'],
  ],
  required: [['time'], ['longitude'], ['latitude'], ['person', 'name', 'idNumber', 'phone']],
  parse: () => ({}),
});
