// One list of page types. Of each type the page with the most bytes is taken, since what breaks breaks there first.
import fs from 'node:fs';
import path from 'node:path';

import { fileOf } from './server.mjs';
import { sites } from './sites.mjs';

const { real } = sites();

/** Products of the made-up catalogue, by what they show. */
export const TRIAL_PRODUCTS = {
  'in force': 'con-hieu-luc',
  'five stars': 'nam-sao',
  'month known': 'chi-biet-thang',
  'ending soon': 'sap-het-han',
  'in grace': 'dang-gia-han',
  lapsed: 'het-han',
  withdrawn: 'thu-hoi',
  'date unknown': 'chua-ro-han',
  idea: 'y-tuong',
  'alcohol below 15 %': 'ruou-thu-nhe',
  'alcohol from 15 %': 'ruou-thu-manh',
  'food supplement': 'duoc-lieu-thu',
};

/** Page types in Vietnamese: `{ name, site, url }`. */
export const TYPES = [
  ...of('real', {
    home: '/',
    'product list': '/san-pham/',
    'product list, page 2': '/san-pham/trang/2/',
    producers: '/chu-the/',
    'producers who welcome visitors': '/don-khach/',
    'points of sale': '/diem-ban/',
    venues: '/nha-hang/',
    destinations: '/diem-den/',
    routes: '/tuyen/',
    events: '/su-kien/',
    sources: '/nguon/',
    districts: '/huyen/',
    communes: '/xa/',
    'former communes': '/xa-cu/',
    'star grades': '/sao/',
    groups: '/nhom/',
    states: '/trang-thai/',
    seasons: '/mua-vu/',
    map: '/ban-do/',
    search: '/tim-kiem/',
    supply: '/nguon-hang/',
    'supply table': '/nguon-hang/bang/',
    'enquiry list': '/nguon-hang/danh-sach/',
    check: '/kiem-tra/',
    plan: '/ke-hoach/',
    data: '/du-lieu/',
    changes: '/thay-doi/',
    'without a network': '/ngoai-tuyen/',
    'not found': '/404.html',
    producer: largest('/chu-the/'),
    'point of sale': largest('/diem-ban/'),
    venue: largest('/nha-hang/'),
    destination: largest('/diem-den/'),
    route: largest('/tuyen/'),
    event: largest('/su-kien/'),
    source: largest('/nguon/'),
    district: largest('/huyen/'),
    commune: largest('/xa/'),
    'former commune': largest('/xa-cu/'),
    'star grade': largest('/sao/'),
    group: largest('/nhom/'),
    subgroup: largest(largest('/nhom/')),
    state: largest('/trang-thai/'),
    'plan of a year': largest('/ke-hoach/'),
    'district and star': largest(`${largest('/huyen/')}sao/`),
    'district and group': largest(`${largest('/huyen/')}nhom/`),
    text: '/gioi-thieu/',
    labels: largest('/in/nhan/'),
    'shelf cards': largest('/in/the-ke/'),
    leaflet: largest('/in/to-roi/'),
  }),
  ...[...new Set(openData().map((it) => it.certificate))].map((state) => ({
    name: `product, ${state}`,
    site: 'real',
    url: heaviest(openData().filter((it) => it.certificate === state).map((it) => new URL(it.url, 'http://x').pathname)),
  })),
  ...of('trial', {
    'map with pins': '/ban-do/',
    'month of a season': '/mua-vu/5/',
    'producer with everything': '/chu-the/htx-thu/',
    'point of sale, open': '/diem-ban/cua-hang-thu/',
    'point of sale, closed': '/diem-ban/quay-thu-da-dong/',
    'point of sale, seasonal': '/diem-ban/quay-thu-mua-he/',
    'venue with uses': '/nha-hang/quan-thu/',
    'destination with picture': '/diem-den/bai-thu/',
    'route of two days': '/tuyen/tuyen-thu/',
    'event to come': '/su-kien/hoi-cho-thu/',
    'event by the moon': '/su-kien/le-thu/',
    'text without English': '/ghi-chu/',
    'labels with and without words of the law': '/in/nhan/htx-thu/',
    'labels, a second page': '/in/nhan/htx-thu/trang/2/',
    'shelf cards of every state': '/in/the-ke/htx-thu/',
    'shelf cards, a second page': '/in/the-ke/htx-thu/trang/2/',
    'shelf cards, date unknown': '/in/the-ke/ho-thu/',
    'leaflet with everything': '/in/to-roi/thu-mot/',
  }),
  ...of('trial', Object.fromEntries(Object.entries(TRIAL_PRODUCTS).map(([name, slug]) => [`product, ${name}`, `/san-pham/${slug}/`]))),
];

/** The types in one language. */
export function inLanguage(lang, types = TYPES) {
  return types.map((it) => ({ ...it, lang, url: lang === 'en' ? `/en${it.url}` : it.url }));
}

/** `/du-lieu/san-pham.json` of the real site. */
export function openData() {
  return JSON.parse(fs.readFileSync(path.join(real, 'du-lieu/san-pham.json'), 'utf8')).products;
}

/** The pages of the real site's products, the heaviest first. */
export function productsByWeight() {
  return below('/san-pham/').sort((left, right) => weight(right) - weight(left));
}

function of(site, urls) {
  return Object.entries(urls).map(([name, url]) => ({ name, site, url }));
}

function largest(folder) {
  return heaviest(below(folder));
}

function heaviest(urls) {
  if (!urls.length) throw new Error('the site has no page of a type');
  return urls.reduce((best, it) => (weight(it) > weight(best) ? it : best));
}

/** Pages right below a folder; further pages of its list are no entries. */
function below(folder) {
  const names = fs.readdirSync(path.join(real, folder), { withFileTypes: true }).filter((it) => it.isDirectory());
  return names.map((it) => `${folder}${it.name}/`).filter((url) => fileOf(real, url)).sort();
}

function weight(url) {
  return fs.statSync(fileOf(real, url)).size;
}
