/** Written by tools/towns.ts: Bring: Postnummer i Norge. */
export const towns = `Narvik;2;11
Ankenes
Narvik;;5
Ankenes;;1
Beisfjord
Skjomen
Bjerkvik;7;1
Bogen i Ofoten;2
Liland
Tårstad
Evenes
Bogen i Ofoten;3
Ballangen
Kjeldebotn;3
Ballangen;3
Kjøpsvik;44;1
Mo i Rana;10;13
Skonseng
Mo i Rana
Dalsgrenda
Mo i Rana;;8
Storforshei;4
Mo i Rana;4
Storforshei;4
Hemnesberget;2;1
Finneidfjord
Bjerka;;1
Korgen;2
Bleikvasslia
Korgen
Mosjøen;3;15
Elsfjord;6
Trofors;8;5
Hattfjelldal;5;6
Nesna;4;1
Vikholmen;19
Husby;3
Saura
Utskarpen
Bratland;5
Aldra;2
Stuvland
Stokkvågen;2
Nord-Solvær;5
Selvær;2
Indre Kvarøy
Tonnes;7
Konsvikosen;2;1
Øresvik
Sleneset;8
Lovund;2
Lurøy;2
Træna;4
Sandnessjøen;30;9
Løkta;4
Dønna;7;7
Vandve;3
Brasøy;12
Sandvær;2
Herøy;6;2
Austbø;2
Tjøtta;6;1
Tro;4
Visthus;5
Bærøyvågen;10
Leirfjord;10;1
Sundøy
Bardal;5
Brønnøysund;3;10
Sømna;10;2
Velfjord;38;1
Vevelstad;15;1
Vega;3;4
Ylvingen
Vega`;
