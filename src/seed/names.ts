/** Common Dutch first names, as they appear in any membership list. */
export const firstNames = ('Aisha Anna Anouk Bart Bas Bram Carla Chris Daan Demi Dirk Eline Ellen Els Emma Erik Esther Eva Fatima Femke Frank Frits Gerda Guus Hanna Hans '
  + 'Henk Ilse Ingrid Iris Jan Jasper Jeroen Joke Joost Joris Julia Karin Kees Lars Lena Lieke Lisa Loes Lotte Luuk Maaike Maarten Marieke Marjan Mark Martijn Mees Mehmet '
  + 'Merel Mila Mohamed Monique Nina Noor Olga Paul Peter Pieter Renske Rik Robin Roos Ruben Sanne Sara Sem Sjoerd Sofie Stijn Suzan Teun Thijs Tim Tom Truus Vera Willem Wouter Yusuf Zoë').split(' ')

/** Common last names; what stands before the bar is the prefix. */
export const lastNames = ('Bakker|Bos|van den |Berg|van der |Heijden|de |Boer|de |Bruijn|de |Graaf|de |Groot|de |Haan|de |Jong|de |Vries|de |Wit|van |Dam|van |Dijk|van |Leeuwen|van |Vliet|van de |Ven|'
  + 'van der |Laan|van der |Linden|van der |Meer|van der |Veen|ter |Horst|Blom|Brouwer|Dekker|Dijkstra|Evers|Gerritsen|Hendriks|Hermans|Hoekstra|Huisman|Jacobs|Jansen|Janssen|Kaya|Klein|Kok|Koning|'
  + 'Koster|Kramer|Kuiper|Kuijpers|Maas|Martens|Meijer|Mol|Mulder|Peeters|Peters|Postma|Prins|Sanders|Schouten|Smit|Smits|Timmermans|Veenstra|Verbeek|Verhoeven|Vermeulen|Visser|Vos|Willems|Wolters|Yilmaz|Zijlstra')
  .split('|').reduce<readonly { readonly prefix: string; readonly name: string }[]>((names, part, index, parts) =>
    part.endsWith(' ') ? names : [...names, { prefix: parts[index - 1]?.endsWith(' ') ? (parts[index - 1] ?? '').trim() : '', name: part }], [])

export const streets = ('Acacialaan Beukenlaan Brinkstraat Buitenweg Dorpsstraat Eikenlaan Esdoornlaan Groenestraat Heideweg Hoofdstraat Kastanjelaan Kerkstraat Kruisweg Lindelaan Merelstraat '
  + 'Molenweg Nieuwstraat Parklaan Schoolstraat Singel Stationsweg Tuinstraat Veldweg Vijverlaan Wilgenlaan Zandpad').split(' ')

/** What a firm or foundation in the neighbourhood could be called; a last name or a town goes in front or behind. */
export const firms = ['Bakkerij', 'Boekhandel', 'Bouwbedrijf', 'Garage', 'Hoveniersbedrijf', 'Kwekerij', 'Stichting Buurthuis', 'Tuincentrum', 'Wijkvereniging']
