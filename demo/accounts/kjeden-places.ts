/** Regions with places: name, postcode, latitude, longitude. 60 clinics in 8 groups. */
export const regions: readonly (readonly [
  string,
  readonly (readonly [string, string, number, number])[],
])[] = [
  [
    'Oslo',
    [
      ['Grünerløkka', '0552', 59.923, 10.759],
      ['Majorstuen', '0366', 59.929, 10.716],
      ['Frogner', '0266', 59.919, 10.707],
      ['Grønland', '0188', 59.913, 10.762],
      ['Nydalen', '0484', 59.949, 10.765],
      ['Bislett', '0170', 59.925, 10.732],
      ['Skøyen', '0277', 59.922, 10.68],
      ['Bryn', '0667', 59.908, 10.814],
      ['Manglerud', '0678', 59.898, 10.813],
      ['Storo', '0485', 59.944, 10.779],
    ],
  ],
  [
    'Akershus',
    [
      ['Sandvika', '1337', 59.891, 10.526],
      ['Asker', '1383', 59.834, 10.435],
      ['Lillestrøm', '2000', 59.956, 11.049],
      ['Ski', '1400', 59.719, 10.836],
      ['Jessheim', '2050', 60.141, 11.175],
      ['Lørenskog', '1470', 59.929, 10.956],
      ['Ås', '1430', 59.66, 10.79],
      ['Drøbak', '1440', 59.663, 10.629],
    ],
  ],
  [
    'Buskerud',
    [
      ['Drammen', '3015', 59.744, 10.204],
      ['Kongsberg', '3611', 59.669, 9.65],
      ['Hokksund', '3300', 59.769, 9.91],
      ['Hønefoss', '3510', 60.168, 10.257],
      ['Lier', '3400', 59.786, 10.245],
      ['Mjøndalen', '3050', 59.75, 10.01],
    ],
  ],
  [
    'Vestland',
    [
      ['Bergen sentrum', '5014', 60.391, 5.325],
      ['Åsane', '5116', 60.467, 5.323],
      ['Fana', '5225', 60.29, 5.326],
      ['Laksevåg', '5160', 60.384, 5.28],
      ['Voss', '5700', 60.629, 6.415],
      ['Førde', '6800', 61.452, 5.857],
      ['Stord', '5400', 59.78, 5.5],
      ['Knarvik', '5914', 60.548, 5.284],
    ],
  ],
  [
    'Rogaland',
    [
      ['Stavanger', '4006', 58.97, 5.733],
      ['Sandnes', '4306', 58.852, 5.735],
      ['Haugesund', '5527', 59.414, 5.268],
      ['Bryne', '4340', 58.735, 5.648],
      ['Sola', '4050', 58.888, 5.649],
      ['Egersund', '4370', 58.451, 6.0],
      ['Jørpeland', '4100', 59.022, 6.041],
    ],
  ],
  [
    'Trøndelag',
    [
      ['Trondheim', '7011', 63.43, 10.395],
      ['Heimdal', '7080', 63.35, 10.355],
      ['Stjørdal', '7500', 63.469, 10.919],
      ['Levanger', '7600', 63.746, 11.299],
      ['Steinkjer', '7713', 64.014, 11.495],
      ['Orkanger', '7300', 63.306, 9.846],
      ['Verdal', '7650', 63.792, 11.482],
    ],
  ],
  [
    'Innlandet',
    [
      ['Hamar', '2317', 60.795, 11.068],
      ['Lillehammer', '2609', 61.115, 10.466],
      ['Gjøvik', '2815', 60.795, 10.692],
      ['Elverum', '2408', 60.881, 11.562],
      ['Kongsvinger', '2212', 60.191, 11.998],
      ['Brumunddal', '2380', 60.881, 10.939],
      ['Raufoss', '2830', 60.727, 10.614],
    ],
  ],
  [
    'Nord-Norge',
    [
      ['Tromsø', '9008', 69.649, 18.956],
      ['Bodø', '8006', 67.28, 14.405],
      ['Harstad', '9405', 68.799, 16.542],
      ['Narvik', '8514', 68.438, 17.427],
      ['Alta', '9510', 69.969, 23.272],
      ['Mo i Rana', '8622', 66.313, 14.143],
      ['Hammerfest', '9600', 70.663, 23.682],
    ],
  ],
];

/** A name as an id: small letters without accents, joined by hyphens. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll('æ', 'ae')
    .replaceAll('ü', 'u')
    .replaceAll(/[^a-z0-9]+/g, '-');
}
