/** Written by tools/towns.ts: Bring: Postnummer i Norge. */
export const towns = `Mandal;2;16
Holum;2
Lindesnes;;4
Konsmo;;1
Kollungtveit;2
Byremo
Øyslebø;3
Marnardal;2;1
Bjelland
Åseral;4;1
Fossdal;3
Farsund;6;4
Vanse;3;3
Borhaug;3
Lyngdal;12;5
Korshamn;6
Kvås;2
Snartemo;2
Tingvatn;5
Eiken;;1
Kristiansand S;7;4
Kardemomme By
Kristiansand S;;8
Mosby
Kristiansand S;;4
Flekkerøy
Kristiansand S;;13
Søgne;;4
Nodeland
Finsland
Brennåsen
Finsland;2
Hamresanden;7
Kjevik
Tveit
Kristiansand S;3;17
Flekkerøy
Søgne;2;2
Brennåsen
Nodeland
Kristiansand S;;12
Tveit
Vennesla;;3
Øvrebø;2
Vennesla;;2
Øvrebø;7
Hægeland;5;1
Iveland;3;1
Vatnestrøm;5
Evje;3;2
Hornnes;2
Byglandsfjord;4
Grendi
Bygland;2;1
Valle;;1
Rysstad;;1
Bykle;5
Hovden i Setesdal;;1
Birkeland;4
Herefoss;6
Engesland;2
Høvåg;2
Brekkestø;10
Lillesand;10;2
Høvåg
Lillesand
Birkeland
Arendal;6;8
Eydehavn
Kongshavn;2
Saltrød;3
Kolbjørnsvik
His
Færvik
Froland;2
Rykene;;1
Nedenes
Bjorbekk
Arendal
Frolands Verk;2
Mjåvatn
Hynnekleiv;2
Mykland;2
Risdal;2
Arendal;2;13
Saltrød;2
Færvik
His
Nedenes
Froland
Arendal;;3
Eydehavn;3
Nelaug
Åmli;;1
Selåsvatn;3
Dølemo
Fevik
Grimstad;6;11
Homborsund
Fevik
Grimstad;2;7
Tvedestrand;2;5
Songe;4
Lyngør
Gjeving;2
Vestre Sandøya;3
Borøy
Staubø;4;1
Nes Verk;13
Risør;16;7
Sundebru;14
Gjerstad
Vegårshei
Søndeled
Gjerstad;6
Vegårshei;5
Søndeled;5
Sundebru;3
Akland`;
