/** A town as addresses and rules name it, with some of its four-digit postcodes. */
export type Town = { readonly town: string; readonly municipality: string; readonly province: string; readonly postcodes: readonly number[] }

const inProvince = (province: string, ...towns: readonly (readonly [town: string, municipality: string, ...postcodes: number[]])[]): readonly Town[] =>
  towns.map(([town, municipality, ...postcodes]) => ({ town, municipality, province, postcodes }))

/** Towns all over the country; the demo association is at home in the first three provinces. */
export const towns: readonly Town[] = [
  ...inProvince('Utrecht',
    ['Utrecht', 'Utrecht', 3511, 3512, 3531, 3532, 3533, 3571, 3572, 3581, 3582, 3583, 3584],
    ['Vleuten', 'Utrecht', 3451], ['De Meern', 'Utrecht', 3454],
    ['Amersfoort', 'Amersfoort', 3811, 3812, 3813, 3814, 3817, 3822, 3823], ['Hoogland', 'Amersfoort', 3828], ['Hooglanderveen', 'Amersfoort', 3829],
    ['Zeist', 'Zeist', 3701, 3702, 3703, 3704, 3705, 3706, 3707, 3708], ['Den Dolder', 'Zeist', 3734], ['Bosch en Duin', 'Zeist', 3735], ['Austerlitz', 'Zeist', 3711],
    ['Soest', 'Soest', 3761, 3762, 3763, 3764], ['Bilthoven', 'De Bilt', 3721, 3722, 3723], ['Veenendaal', 'Veenendaal', 3901, 3902, 3903],
    ['Nieuwegein', 'Nieuwegein', 3431, 3432, 3433], ['Houten', 'Houten', 3991, 3992, 3993], ['Woerden', 'Woerden', 3441, 3442, 3443],
    ['Doorn', 'Utrechtse Heuvelrug', 3941], ['Bunnik', 'Bunnik', 3981]),
  ...inProvince('Gelderland',
    ['Arnhem', 'Arnhem', 6811, 6812, 6813, 6814, 6821, 6822, 6831, 6832, 6833, 6841, 6842, 6843],
    ['Nijmegen', 'Nijmegen', 6511, 6512, 6521, 6522, 6523, 6531, 6532, 6541], ['Lent', 'Nijmegen', 6663],
    ['Apeldoorn', 'Apeldoorn', 7311, 7312, 7313, 7314], ['Ede', 'Ede', 6711, 6712, 6713], ['Bennekom', 'Ede', 6721], ['Wageningen', 'Wageningen', 6701, 6702, 6703],
    ['Doetinchem', 'Doetinchem', 7001, 7002, 7003], ['Zutphen', 'Zutphen', 7201, 7202, 7203], ['Harderwijk', 'Harderwijk', 3841, 3842, 3843], ['Tiel', 'Tiel', 4001, 4002, 4003]),
  ...inProvince('Noord-Holland',
    ['Amsterdam', 'Amsterdam', 1011, 1012, 1013, 1016, 1021, 1022, 1023, 1024, 1031, 1032, 1052, 1054, 1071, 1072, 1073, 1091, 1092],
    ['Haarlem', 'Haarlem', 2011, 2012, 2013, 2014, 2021, 2022, 2023, 2024, 2031, 2032, 2033],
    ['Alkmaar', 'Alkmaar', 1811, 1812, 1813], ['Hilversum', 'Hilversum', 1211, 1213, 1214], ['Zaandam', 'Zaanstad', 1501, 1502, 1503], ['Hoorn', 'Hoorn', 1621, 1622, 1623],
    ['Purmerend', 'Purmerend', 1441, 1442, 1443], ['Amstelveen', 'Amstelveen', 1181, 1182, 1183], ['Heemstede', 'Heemstede', 2101, 2102, 2103], ['Castricum', 'Castricum', 1901, 1902]),
  ...inProvince('Zuid-Holland',
    ['Rotterdam', 'Rotterdam', 3011, 3012, 3021, 3031], ['Leiden', 'Leiden', 2311, 2312, 2313], ['Delft', 'Delft', 2611, 2612, 2613],
    ['Dordrecht', 'Dordrecht', 3311, 3312, 3313], ['Gouda', 'Gouda', 2801, 2802, 2803], ['Zoetermeer', 'Zoetermeer', 2711, 2712, 2713],
    ['Schiedam', 'Schiedam', 3111, 3112, 3114], ['Gorinchem', 'Gorinchem', 4201, 4202, 4203]),
  ...inProvince('Noord-Brabant',
    ['Eindhoven', 'Eindhoven', 5611, 5612, 5613], ['Tilburg', 'Tilburg', 5011, 5012, 5013], ['Breda', 'Breda', 4811, 4812, 4813],
    ['Helmond', 'Helmond', 5701, 5702, 5703], ['Roosendaal', 'Roosendaal', 4701, 4702, 4703], ['Oss', 'Oss', 5341, 5342, 5343]),
  ...inProvince('Limburg', ['Maastricht', 'Maastricht', 6211, 6212, 6213], ['Venlo', 'Venlo', 5911, 5912, 5913], ['Roermond', 'Roermond', 6041, 6042, 6043], ['Heerlen', 'Heerlen', 6411, 6412, 6413]),
  ...inProvince('Overijssel',
    ['Zwolle', 'Zwolle', 8011, 8012, 8013], ['Enschede', 'Enschede', 7511, 7512, 7513], ['Deventer', 'Deventer', 7411, 7412, 7413],
    ['Hengelo', 'Hengelo', 7551, 7552, 7553], ['Almelo', 'Almelo', 7601, 7602, 7603], ['Kampen', 'Kampen', 8261, 8262, 8263]),
  ...inProvince('Groningen', ['Groningen', 'Groningen', 9711, 9712, 9713], ['Veendam', 'Veendam', 9641, 9642], ['Stadskanaal', 'Stadskanaal', 9501, 9502]),
  ...inProvince('Friesland', ['Leeuwarden', 'Leeuwarden', 8911, 8912, 8913], ['Heerenveen', 'Heerenveen', 8441, 8442], ['Drachten', 'Smallingerland', 9201, 9202]),
  ...inProvince('Drenthe', ['Assen', 'Assen', 9401, 9402, 9403], ['Emmen', 'Emmen', 7811, 7812], ['Hoogeveen', 'Hoogeveen', 7901, 7902], ['Meppel', 'Meppel', 7941, 7942]),
  ...inProvince('Flevoland', ['Almere', 'Almere', 1311, 1312, 1313], ['Lelystad', 'Lelystad', 8224, 8225, 8226], ['Emmeloord', 'Noordoostpolder', 8301, 8302]),
  ...inProvince('Zeeland', ['Middelburg', 'Middelburg', 4331, 4332, 4333], ['Vlissingen', 'Vlissingen', 4381, 4382], ['Goes', 'Goes', 4461, 4462], ['Terneuzen', 'Terneuzen', 4531, 4532]),
]
