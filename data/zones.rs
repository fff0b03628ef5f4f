//! Every name of the time zone database but `Factory`, and the clocks behind them.
//!
//! Made by `cargo xtask data`, not by hand. From:
//! - IANA time zone database 2026f of 2026-10-27, public domain, as packed in PyPI's tzdata 2026.6 (Apache-2.0)
//! - Unicode CLDR 48.2, npm's cldr-*-48.2.0, Unicode-3.0

use super::super::zone::{Fact, Rules, Zone, fact, lasting, turning};

pub(in super::super) const RELEASE: &str = "2026f";

/// Names that came after chrono-tz's own release.
pub(in super::super) static LATER_NAMES: [&str; 0] = [];

/// In chrono-tz's order: the name behind it, its rules, listed in zone.tab, a link, fixed.
pub(in super::super) static FACTS: [Fact; 597] = [
    fact(AFRICA_ABIDJAN, 0, *b"l--"), // Africa/Abidjan
    fact(AFRICA_ACCRA, 0, *b"lk-"), // Africa/Accra
    fact(AFRICA_ADDIS_ABABA, 1, *b"lk-"), // Africa/Addis_Ababa
    fact(AFRICA_ALGIERS, 2, *b"l--"), // Africa/Algiers
    fact(AFRICA_ASMARA, 1, *b"lk-"), // Africa/Asmara
    fact(AFRICA_ASMARA, 1, *b"-k-"), // Africa/Asmera
    fact(AFRICA_BAMAKO, 0, *b"lk-"), // Africa/Bamako
    fact(AFRICA_BANGUI, 2, *b"lk-"), // Africa/Bangui
    fact(AFRICA_BANJUL, 0, *b"lk-"), // Africa/Banjul
    fact(AFRICA_BISSAU, 0, *b"l--"), // Africa/Bissau
    fact(AFRICA_BLANTYRE, 3, *b"lk-"), // Africa/Blantyre
    fact(AFRICA_BRAZZAVILLE, 2, *b"lk-"), // Africa/Brazzaville
    fact(AFRICA_BUJUMBURA, 3, *b"lk-"), // Africa/Bujumbura
    fact(AFRICA_CAIRO, 4, *b"l--"), // Africa/Cairo
    fact(AFRICA_CASABLANCA, 5, *b"l--"), // Africa/Casablanca
    fact(AFRICA_CEUTA, 6, *b"l--"), // Africa/Ceuta
    fact(AFRICA_CONAKRY, 0, *b"lk-"), // Africa/Conakry
    fact(AFRICA_DAKAR, 0, *b"lk-"), // Africa/Dakar
    fact(AFRICA_DAR_ES_SALAAM, 1, *b"lk-"), // Africa/Dar_es_Salaam
    fact(AFRICA_DJIBOUTI, 1, *b"lk-"), // Africa/Djibouti
    fact(AFRICA_DOUALA, 2, *b"lk-"), // Africa/Douala
    fact(AFRICA_EL_AAIUN, 5, *b"l--"), // Africa/El_Aaiun
    fact(AFRICA_FREETOWN, 0, *b"lk-"), // Africa/Freetown
    fact(AFRICA_GABORONE, 3, *b"lk-"), // Africa/Gaborone
    fact(AFRICA_HARARE, 3, *b"lk-"), // Africa/Harare
    fact(AFRICA_JOHANNESBURG, 3, *b"l--"), // Africa/Johannesburg
    fact(AFRICA_JUBA, 3, *b"l--"), // Africa/Juba
    fact(AFRICA_KAMPALA, 1, *b"lk-"), // Africa/Kampala
    fact(AFRICA_KHARTOUM, 3, *b"l--"), // Africa/Khartoum
    fact(AFRICA_KIGALI, 3, *b"lk-"), // Africa/Kigali
    fact(AFRICA_KINSHASA, 2, *b"lk-"), // Africa/Kinshasa
    fact(AFRICA_LAGOS, 2, *b"l--"), // Africa/Lagos
    fact(AFRICA_LIBREVILLE, 2, *b"lk-"), // Africa/Libreville
    fact(AFRICA_LOME, 0, *b"lk-"), // Africa/Lome
    fact(AFRICA_LUANDA, 2, *b"lk-"), // Africa/Luanda
    fact(AFRICA_LUBUMBASHI, 3, *b"lk-"), // Africa/Lubumbashi
    fact(AFRICA_LUSAKA, 3, *b"lk-"), // Africa/Lusaka
    fact(AFRICA_MALABO, 2, *b"lk-"), // Africa/Malabo
    fact(AFRICA_MAPUTO, 3, *b"l--"), // Africa/Maputo
    fact(AFRICA_MASERU, 3, *b"lk-"), // Africa/Maseru
    fact(AFRICA_MBABANE, 3, *b"lk-"), // Africa/Mbabane
    fact(AFRICA_MOGADISHU, 1, *b"lk-"), // Africa/Mogadishu
    fact(AFRICA_MONROVIA, 0, *b"l--"), // Africa/Monrovia
    fact(AFRICA_NAIROBI, 1, *b"l--"), // Africa/Nairobi
    fact(AFRICA_NDJAMENA, 2, *b"l--"), // Africa/Ndjamena
    fact(AFRICA_NIAMEY, 2, *b"lk-"), // Africa/Niamey
    fact(AFRICA_NOUAKCHOTT, 0, *b"lk-"), // Africa/Nouakchott
    fact(AFRICA_OUAGADOUGOU, 0, *b"lk-"), // Africa/Ouagadougou
    fact(AFRICA_PORTO_NOVO, 2, *b"lk-"), // Africa/Porto-Novo
    fact(AFRICA_SAO_TOME, 0, *b"l--"), // Africa/Sao_Tome
    fact(AFRICA_BAMAKO, 0, *b"-k-"), // Africa/Timbuktu
    fact(AFRICA_TRIPOLI, 3, *b"l--"), // Africa/Tripoli
    fact(AFRICA_TUNIS, 2, *b"l--"), // Africa/Tunis
    fact(AFRICA_WINDHOEK, 3, *b"l--"), // Africa/Windhoek
    fact(AMERICA_ADAK, 7, *b"l--"), // America/Adak
    fact(AMERICA_ANCHORAGE, 8, *b"l--"), // America/Anchorage
    fact(AMERICA_ANGUILLA, 9, *b"lk-"), // America/Anguilla
    fact(AMERICA_ANTIGUA, 9, *b"lk-"), // America/Antigua
    fact(AMERICA_ARAGUAINA, 10, *b"l--"), // America/Araguaina
    fact(AMERICA_ARGENTINA_BUENOS_AIRES, 10, *b"l--"), // America/Argentina/Buenos_Aires
    fact(AMERICA_ARGENTINA_CATAMARCA, 10, *b"l--"), // America/Argentina/Catamarca
    fact(AMERICA_ARGENTINA_CATAMARCA, 10, *b"-k-"), // America/Argentina/ComodRivadavia
    fact(AMERICA_ARGENTINA_CORDOBA, 10, *b"l--"), // America/Argentina/Cordoba
    fact(AMERICA_ARGENTINA_JUJUY, 10, *b"l--"), // America/Argentina/Jujuy
    fact(AMERICA_ARGENTINA_LA_RIOJA, 10, *b"l--"), // America/Argentina/La_Rioja
    fact(AMERICA_ARGENTINA_MENDOZA, 10, *b"l--"), // America/Argentina/Mendoza
    fact(AMERICA_ARGENTINA_RIO_GALLEGOS, 10, *b"l--"), // America/Argentina/Rio_Gallegos
    fact(AMERICA_ARGENTINA_SALTA, 10, *b"l--"), // America/Argentina/Salta
    fact(AMERICA_ARGENTINA_SAN_JUAN, 10, *b"l--"), // America/Argentina/San_Juan
    fact(AMERICA_ARGENTINA_SAN_LUIS, 10, *b"l--"), // America/Argentina/San_Luis
    fact(AMERICA_ARGENTINA_TUCUMAN, 10, *b"l--"), // America/Argentina/Tucuman
    fact(AMERICA_ARGENTINA_USHUAIA, 10, *b"l--"), // America/Argentina/Ushuaia
    fact(AMERICA_ARUBA, 9, *b"lk-"), // America/Aruba
    fact(AMERICA_ASUNCION, 10, *b"l--"), // America/Asuncion
    fact(AMERICA_ATIKOKAN, 11, *b"lk-"), // America/Atikokan
    fact(AMERICA_ADAK, 7, *b"-k-"), // America/Atka
    fact(AMERICA_BAHIA, 10, *b"l--"), // America/Bahia
    fact(AMERICA_BAHIA_BANDERAS, 12, *b"l--"), // America/Bahia_Banderas
    fact(AMERICA_BARBADOS, 9, *b"l--"), // America/Barbados
    fact(AMERICA_BELEM, 10, *b"l--"), // America/Belem
    fact(AMERICA_BELIZE, 12, *b"l--"), // America/Belize
    fact(AMERICA_BLANC_SABLON, 9, *b"lk-"), // America/Blanc-Sablon
    fact(AMERICA_BOA_VISTA, 9, *b"l--"), // America/Boa_Vista
    fact(AMERICA_BOGOTA, 11, *b"l--"), // America/Bogota
    fact(AMERICA_BOISE, 13, *b"l--"), // America/Boise
    fact(AMERICA_ARGENTINA_BUENOS_AIRES, 10, *b"-k-"), // America/Buenos_Aires
    fact(AMERICA_CAMBRIDGE_BAY, 13, *b"l--"), // America/Cambridge_Bay
    fact(AMERICA_CAMPO_GRANDE, 9, *b"l--"), // America/Campo_Grande
    fact(AMERICA_CANCUN, 11, *b"l--"), // America/Cancun
    fact(AMERICA_CARACAS, 9, *b"l--"), // America/Caracas
    fact(AMERICA_ARGENTINA_CATAMARCA, 10, *b"-k-"), // America/Catamarca
    fact(AMERICA_CAYENNE, 10, *b"l--"), // America/Cayenne
    fact(AMERICA_CAYMAN, 11, *b"lk-"), // America/Cayman
    fact(AMERICA_CHICAGO, 14, *b"l--"), // America/Chicago
    fact(AMERICA_CHIHUAHUA, 12, *b"l--"), // America/Chihuahua
    fact(AMERICA_CIUDAD_JUAREZ, 13, *b"l--"), // America/Ciudad_Juarez
    fact(AMERICA_ATIKOKAN, 11, *b"-k-"), // America/Coral_Harbour
    fact(AMERICA_ARGENTINA_CORDOBA, 10, *b"-k-"), // America/Cordoba
    fact(AMERICA_COSTA_RICA, 12, *b"l--"), // America/Costa_Rica
    fact(AMERICA_COYHAIQUE, 10, *b"l--"), // America/Coyhaique
    fact(AMERICA_CRESTON, 15, *b"lk-"), // America/Creston
    fact(AMERICA_CUIABA, 9, *b"l--"), // America/Cuiaba
    fact(AMERICA_CURACAO, 9, *b"lk-"), // America/Curacao
    fact(AMERICA_DANMARKSHAVN, 0, *b"l--"), // America/Danmarkshavn
    fact(AMERICA_DAWSON, 15, *b"l--"), // America/Dawson
    fact(AMERICA_DAWSON_CREEK, 15, *b"l--"), // America/Dawson_Creek
    fact(AMERICA_DENVER, 13, *b"l--"), // America/Denver
    fact(AMERICA_DETROIT, 16, *b"l--"), // America/Detroit
    fact(AMERICA_DOMINICA, 9, *b"lk-"), // America/Dominica
    fact(AMERICA_EDMONTON, 17, *b"l--"), // America/Edmonton
    fact(AMERICA_EIRUNEPE, 11, *b"l--"), // America/Eirunepe
    fact(AMERICA_EL_SALVADOR, 12, *b"l--"), // America/El_Salvador
    fact(AMERICA_TIJUANA, 18, *b"-k-"), // America/Ensenada
    fact(AMERICA_FORT_NELSON, 15, *b"l--"), // America/Fort_Nelson
    fact(AMERICA_INDIANA_INDIANAPOLIS, 16, *b"-k-"), // America/Fort_Wayne
    fact(AMERICA_FORTALEZA, 10, *b"l--"), // America/Fortaleza
    fact(AMERICA_GLACE_BAY, 19, *b"l--"), // America/Glace_Bay
    fact(AMERICA_NUUK, 20, *b"-k-"), // America/Godthab
    fact(AMERICA_GOOSE_BAY, 19, *b"l--"), // America/Goose_Bay
    fact(AMERICA_GRAND_TURK, 16, *b"l--"), // America/Grand_Turk
    fact(AMERICA_GRENADA, 9, *b"lk-"), // America/Grenada
    fact(AMERICA_GUADELOUPE, 9, *b"lk-"), // America/Guadeloupe
    fact(AMERICA_GUATEMALA, 12, *b"l--"), // America/Guatemala
    fact(AMERICA_GUAYAQUIL, 11, *b"l--"), // America/Guayaquil
    fact(AMERICA_GUYANA, 9, *b"l--"), // America/Guyana
    fact(AMERICA_HALIFAX, 19, *b"l--"), // America/Halifax
    fact(AMERICA_HAVANA, 21, *b"l--"), // America/Havana
    fact(AMERICA_HERMOSILLO, 15, *b"l--"), // America/Hermosillo
    fact(AMERICA_INDIANA_INDIANAPOLIS, 16, *b"l--"), // America/Indiana/Indianapolis
    fact(AMERICA_INDIANA_KNOX, 14, *b"l--"), // America/Indiana/Knox
    fact(AMERICA_INDIANA_MARENGO, 16, *b"l--"), // America/Indiana/Marengo
    fact(AMERICA_INDIANA_PETERSBURG, 16, *b"l--"), // America/Indiana/Petersburg
    fact(AMERICA_INDIANA_TELL_CITY, 14, *b"l--"), // America/Indiana/Tell_City
    fact(AMERICA_INDIANA_VEVAY, 16, *b"l--"), // America/Indiana/Vevay
    fact(AMERICA_INDIANA_VINCENNES, 16, *b"l--"), // America/Indiana/Vincennes
    fact(AMERICA_INDIANA_WINAMAC, 16, *b"l--"), // America/Indiana/Winamac
    fact(AMERICA_INDIANA_INDIANAPOLIS, 16, *b"-k-"), // America/Indianapolis
    fact(AMERICA_INUVIK, 17, *b"l--"), // America/Inuvik
    fact(AMERICA_IQALUIT, 16, *b"l--"), // America/Iqaluit
    fact(AMERICA_JAMAICA, 11, *b"l--"), // America/Jamaica
    fact(AMERICA_ARGENTINA_JUJUY, 10, *b"-k-"), // America/Jujuy
    fact(AMERICA_JUNEAU, 8, *b"l--"), // America/Juneau
    fact(AMERICA_KENTUCKY_LOUISVILLE, 16, *b"l--"), // America/Kentucky/Louisville
    fact(AMERICA_KENTUCKY_MONTICELLO, 16, *b"l--"), // America/Kentucky/Monticello
    fact(AMERICA_INDIANA_KNOX, 14, *b"-k-"), // America/Knox_IN
    fact(AMERICA_KRALENDIJK, 9, *b"lk-"), // America/Kralendijk
    fact(AMERICA_LA_PAZ, 9, *b"l--"), // America/La_Paz
    fact(AMERICA_LIMA, 11, *b"l--"), // America/Lima
    fact(AMERICA_LOS_ANGELES, 18, *b"l--"), // America/Los_Angeles
    fact(AMERICA_KENTUCKY_LOUISVILLE, 16, *b"-k-"), // America/Louisville
    fact(AMERICA_LOWER_PRINCES, 9, *b"lk-"), // America/Lower_Princes
    fact(AMERICA_MACEIO, 10, *b"l--"), // America/Maceio
    fact(AMERICA_MANAGUA, 12, *b"l--"), // America/Managua
    fact(AMERICA_MANAUS, 9, *b"l--"), // America/Manaus
    fact(AMERICA_MARIGOT, 9, *b"lk-"), // America/Marigot
    fact(AMERICA_MARTINIQUE, 9, *b"l--"), // America/Martinique
    fact(AMERICA_MATAMOROS, 14, *b"l--"), // America/Matamoros
    fact(AMERICA_MAZATLAN, 15, *b"l--"), // America/Mazatlan
    fact(AMERICA_ARGENTINA_MENDOZA, 10, *b"-k-"), // America/Mendoza
    fact(AMERICA_MENOMINEE, 14, *b"l--"), // America/Menominee
    fact(AMERICA_MERIDA, 12, *b"l--"), // America/Merida
    fact(AMERICA_METLAKATLA, 8, *b"l--"), // America/Metlakatla
    fact(AMERICA_MEXICO_CITY, 12, *b"l--"), // America/Mexico_City
    fact(AMERICA_MIQUELON, 22, *b"l--"), // America/Miquelon
    fact(AMERICA_MONCTON, 19, *b"l--"), // America/Moncton
    fact(AMERICA_MONTERREY, 12, *b"l--"), // America/Monterrey
    fact(AMERICA_MONTEVIDEO, 10, *b"l--"), // America/Montevideo
    fact(AMERICA_TORONTO, 16, *b"-k-"), // America/Montreal
    fact(AMERICA_MONTSERRAT, 9, *b"lk-"), // America/Montserrat
    fact(AMERICA_NASSAU, 16, *b"lk-"), // America/Nassau
    fact(AMERICA_NEW_YORK, 16, *b"l--"), // America/New_York
    fact(AMERICA_TORONTO, 16, *b"-k-"), // America/Nipigon
    fact(AMERICA_NOME, 8, *b"l--"), // America/Nome
    fact(AMERICA_NORONHA, 23, *b"l--"), // America/Noronha
    fact(AMERICA_NORTH_DAKOTA_BEULAH, 14, *b"l--"), // America/North_Dakota/Beulah
    fact(AMERICA_NORTH_DAKOTA_CENTER, 14, *b"l--"), // America/North_Dakota/Center
    fact(AMERICA_NORTH_DAKOTA_NEW_SALEM, 14, *b"l--"), // America/North_Dakota/New_Salem
    fact(AMERICA_NUUK, 20, *b"l--"), // America/Nuuk
    fact(AMERICA_OJINAGA, 14, *b"l--"), // America/Ojinaga
    fact(AMERICA_PANAMA, 11, *b"l--"), // America/Panama
    fact(AMERICA_IQALUIT, 16, *b"-k-"), // America/Pangnirtung
    fact(AMERICA_PARAMARIBO, 10, *b"l--"), // America/Paramaribo
    fact(AMERICA_PHOENIX, 15, *b"l--"), // America/Phoenix
    fact(AMERICA_PORT_AU_PRINCE, 16, *b"l--"), // America/Port-au-Prince
    fact(AMERICA_PORT_OF_SPAIN, 9, *b"lk-"), // America/Port_of_Spain
    fact(AMERICA_RIO_BRANCO, 11, *b"-k-"), // America/Porto_Acre
    fact(AMERICA_PORTO_VELHO, 9, *b"l--"), // America/Porto_Velho
    fact(AMERICA_PUERTO_RICO, 9, *b"l--"), // America/Puerto_Rico
    fact(AMERICA_PUNTA_ARENAS, 10, *b"l--"), // America/Punta_Arenas
    fact(AMERICA_WINNIPEG, 24, *b"-k-"), // America/Rainy_River
    fact(AMERICA_RANKIN_INLET, 14, *b"l--"), // America/Rankin_Inlet
    fact(AMERICA_RECIFE, 10, *b"l--"), // America/Recife
    fact(AMERICA_REGINA, 12, *b"l--"), // America/Regina
    fact(AMERICA_RESOLUTE, 14, *b"l--"), // America/Resolute
    fact(AMERICA_RIO_BRANCO, 11, *b"l--"), // America/Rio_Branco
    fact(AMERICA_ARGENTINA_CORDOBA, 10, *b"-k-"), // America/Rosario
    fact(AMERICA_TIJUANA, 18, *b"-k-"), // America/Santa_Isabel
    fact(AMERICA_SANTAREM, 10, *b"l--"), // America/Santarem
    fact(AMERICA_SANTIAGO, 25, *b"l--"), // America/Santiago
    fact(AMERICA_SANTO_DOMINGO, 9, *b"l--"), // America/Santo_Domingo
    fact(AMERICA_SAO_PAULO, 10, *b"l--"), // America/Sao_Paulo
    fact(AMERICA_SCORESBYSUND, 20, *b"l--"), // America/Scoresbysund
    fact(AMERICA_DENVER, 13, *b"-k-"), // America/Shiprock
    fact(AMERICA_SITKA, 8, *b"l--"), // America/Sitka
    fact(AMERICA_ST_BARTHELEMY, 9, *b"lk-"), // America/St_Barthelemy
    fact(AMERICA_ST_JOHNS, 26, *b"l--"), // America/St_Johns
    fact(AMERICA_ST_KITTS, 9, *b"lk-"), // America/St_Kitts
    fact(AMERICA_ST_LUCIA, 9, *b"lk-"), // America/St_Lucia
    fact(AMERICA_ST_THOMAS, 9, *b"lk-"), // America/St_Thomas
    fact(AMERICA_ST_VINCENT, 9, *b"lk-"), // America/St_Vincent
    fact(AMERICA_SWIFT_CURRENT, 12, *b"l--"), // America/Swift_Current
    fact(AMERICA_TEGUCIGALPA, 12, *b"l--"), // America/Tegucigalpa
    fact(AMERICA_THULE, 19, *b"l--"), // America/Thule
    fact(AMERICA_TORONTO, 16, *b"-k-"), // America/Thunder_Bay
    fact(AMERICA_TIJUANA, 18, *b"l--"), // America/Tijuana
    fact(AMERICA_TORONTO, 16, *b"l--"), // America/Toronto
    fact(AMERICA_TORTOLA, 9, *b"lk-"), // America/Tortola
    fact(AMERICA_VANCOUVER, 27, *b"l--"), // America/Vancouver
    fact(AMERICA_ST_THOMAS, 9, *b"-k-"), // America/Virgin
    fact(AMERICA_WHITEHORSE, 15, *b"l--"), // America/Whitehorse
    fact(AMERICA_WINNIPEG, 24, *b"l--"), // America/Winnipeg
    fact(AMERICA_YAKUTAT, 8, *b"l--"), // America/Yakutat
    fact(AMERICA_EDMONTON, 17, *b"-k-"), // America/Yellowknife
    fact(ANTARCTICA_CASEY, 28, *b"l--"), // Antarctica/Casey
    fact(ANTARCTICA_DAVIS, 29, *b"l--"), // Antarctica/Davis
    fact(ANTARCTICA_DUMONTDURVILLE, 30, *b"lk-"), // Antarctica/DumontDUrville
    fact(ANTARCTICA_MACQUARIE, 31, *b"l--"), // Antarctica/Macquarie
    fact(ANTARCTICA_MAWSON, 32, *b"l--"), // Antarctica/Mawson
    fact(ANTARCTICA_MCMURDO, 33, *b"lk-"), // Antarctica/McMurdo
    fact(ANTARCTICA_PALMER, 10, *b"l--"), // Antarctica/Palmer
    fact(ANTARCTICA_ROTHERA, 10, *b"l--"), // Antarctica/Rothera
    fact(ANTARCTICA_MCMURDO, 33, *b"-k-"), // Antarctica/South_Pole
    fact(ANTARCTICA_SYOWA, 1, *b"lk-"), // Antarctica/Syowa
    fact(ANTARCTICA_TROLL, 34, *b"l--"), // Antarctica/Troll
    fact(ANTARCTICA_VOSTOK, 32, *b"l--"), // Antarctica/Vostok
    fact(ARCTIC_LONGYEARBYEN, 6, *b"lk-"), // Arctic/Longyearbyen
    fact(ASIA_ADEN, 1, *b"lk-"), // Asia/Aden
    fact(ASIA_ALMATY, 32, *b"l--"), // Asia/Almaty
    fact(ASIA_AMMAN, 1, *b"l--"), // Asia/Amman
    fact(ASIA_ANADYR, 35, *b"l--"), // Asia/Anadyr
    fact(ASIA_AQTAU, 32, *b"l--"), // Asia/Aqtau
    fact(ASIA_AQTOBE, 32, *b"l--"), // Asia/Aqtobe
    fact(ASIA_ASHGABAT, 32, *b"l--"), // Asia/Ashgabat
    fact(ASIA_ASHGABAT, 32, *b"-k-"), // Asia/Ashkhabad
    fact(ASIA_ATYRAU, 32, *b"l--"), // Asia/Atyrau
    fact(ASIA_BAGHDAD, 1, *b"l--"), // Asia/Baghdad
    fact(ASIA_BAHRAIN, 1, *b"lk-"), // Asia/Bahrain
    fact(ASIA_BAKU, 36, *b"l--"), // Asia/Baku
    fact(ASIA_BANGKOK, 29, *b"l--"), // Asia/Bangkok
    fact(ASIA_BARNAUL, 29, *b"l--"), // Asia/Barnaul
    fact(ASIA_BEIRUT, 37, *b"l--"), // Asia/Beirut
    fact(ASIA_BISHKEK, 38, *b"l--"), // Asia/Bishkek
    fact(ASIA_BRUNEI, 28, *b"lk-"), // Asia/Brunei
    fact(ASIA_KOLKATA, 39, *b"-k-"), // Asia/Calcutta
    fact(ASIA_CHITA, 40, *b"l--"), // Asia/Chita
    fact(ASIA_ULAANBAATAR, 28, *b"-k-"), // Asia/Choibalsan
    fact(ASIA_SHANGHAI, 28, *b"-k-"), // Asia/Chongqing
    fact(ASIA_SHANGHAI, 28, *b"-k-"), // Asia/Chungking
    fact(ASIA_COLOMBO, 39, *b"l--"), // Asia/Colombo
    fact(ASIA_DHAKA, 38, *b"-k-"), // Asia/Dacca
    fact(ASIA_DAMASCUS, 1, *b"l--"), // Asia/Damascus
    fact(ASIA_DHAKA, 38, *b"l--"), // Asia/Dhaka
    fact(ASIA_DILI, 40, *b"l--"), // Asia/Dili
    fact(ASIA_DUBAI, 36, *b"l--"), // Asia/Dubai
    fact(ASIA_DUSHANBE, 32, *b"l--"), // Asia/Dushanbe
    fact(ASIA_FAMAGUSTA, 41, *b"l--"), // Asia/Famagusta
    fact(ASIA_GAZA, 42, *b"l--"), // Asia/Gaza
    fact(ASIA_SHANGHAI, 28, *b"-k-"), // Asia/Harbin
    fact(ASIA_HEBRON, 42, *b"l--"), // Asia/Hebron
    fact(ASIA_HO_CHI_MINH, 29, *b"l--"), // Asia/Ho_Chi_Minh
    fact(ASIA_HONG_KONG, 28, *b"l--"), // Asia/Hong_Kong
    fact(ASIA_HOVD, 29, *b"l--"), // Asia/Hovd
    fact(ASIA_IRKUTSK, 28, *b"l--"), // Asia/Irkutsk
    fact(EUROPE_ISTANBUL, 1, *b"-k-"), // Asia/Istanbul
    fact(ASIA_JAKARTA, 29, *b"l--"), // Asia/Jakarta
    fact(ASIA_JAYAPURA, 40, *b"l--"), // Asia/Jayapura
    fact(ASIA_JERUSALEM, 43, *b"l--"), // Asia/Jerusalem
    fact(ASIA_KABUL, 44, *b"l--"), // Asia/Kabul
    fact(ASIA_KAMCHATKA, 35, *b"l--"), // Asia/Kamchatka
    fact(ASIA_KARACHI, 32, *b"l--"), // Asia/Karachi
    fact(ASIA_URUMQI, 38, *b"-k-"), // Asia/Kashgar
    fact(ASIA_KATHMANDU, 45, *b"l--"), // Asia/Kathmandu
    fact(ASIA_KATHMANDU, 45, *b"-k-"), // Asia/Katmandu
    fact(ASIA_KHANDYGA, 40, *b"l--"), // Asia/Khandyga
    fact(ASIA_KOLKATA, 39, *b"l--"), // Asia/Kolkata
    fact(ASIA_KRASNOYARSK, 29, *b"l--"), // Asia/Krasnoyarsk
    fact(ASIA_KUALA_LUMPUR, 28, *b"lk-"), // Asia/Kuala_Lumpur
    fact(ASIA_KUCHING, 28, *b"l--"), // Asia/Kuching
    fact(ASIA_KUWAIT, 1, *b"lk-"), // Asia/Kuwait
    fact(ASIA_MACAU, 28, *b"-k-"), // Asia/Macao
    fact(ASIA_MACAU, 28, *b"l--"), // Asia/Macau
    fact(ASIA_MAGADAN, 46, *b"l--"), // Asia/Magadan
    fact(ASIA_MAKASSAR, 28, *b"l--"), // Asia/Makassar
    fact(ASIA_MANILA, 28, *b"l--"), // Asia/Manila
    fact(ASIA_MUSCAT, 36, *b"lk-"), // Asia/Muscat
    fact(ASIA_NICOSIA, 41, *b"l--"), // Asia/Nicosia
    fact(ASIA_NOVOKUZNETSK, 29, *b"l--"), // Asia/Novokuznetsk
    fact(ASIA_NOVOSIBIRSK, 29, *b"l--"), // Asia/Novosibirsk
    fact(ASIA_OMSK, 38, *b"l--"), // Asia/Omsk
    fact(ASIA_ORAL, 32, *b"l--"), // Asia/Oral
    fact(ASIA_PHNOM_PENH, 29, *b"lk-"), // Asia/Phnom_Penh
    fact(ASIA_PONTIANAK, 29, *b"l--"), // Asia/Pontianak
    fact(ASIA_PYONGYANG, 40, *b"l--"), // Asia/Pyongyang
    fact(ASIA_QATAR, 1, *b"l--"), // Asia/Qatar
    fact(ASIA_QOSTANAY, 32, *b"l--"), // Asia/Qostanay
    fact(ASIA_QYZYLORDA, 32, *b"l--"), // Asia/Qyzylorda
    fact(ASIA_YANGON, 47, *b"-k-"), // Asia/Rangoon
    fact(ASIA_RIYADH, 1, *b"l--"), // Asia/Riyadh
    fact(ASIA_HO_CHI_MINH, 29, *b"-k-"), // Asia/Saigon
    fact(ASIA_SAKHALIN, 46, *b"l--"), // Asia/Sakhalin
    fact(ASIA_SAMARKAND, 32, *b"l--"), // Asia/Samarkand
    fact(ASIA_SEOUL, 40, *b"l--"), // Asia/Seoul
    fact(ASIA_SHANGHAI, 28, *b"l--"), // Asia/Shanghai
    fact(ASIA_SINGAPORE, 28, *b"l--"), // Asia/Singapore
    fact(ASIA_SREDNEKOLYMSK, 46, *b"l--"), // Asia/Srednekolymsk
    fact(ASIA_TAIPEI, 28, *b"l--"), // Asia/Taipei
    fact(ASIA_TASHKENT, 32, *b"l--"), // Asia/Tashkent
    fact(ASIA_TBILISI, 36, *b"l--"), // Asia/Tbilisi
    fact(ASIA_TEHRAN, 48, *b"l--"), // Asia/Tehran
    fact(ASIA_JERUSALEM, 43, *b"-k-"), // Asia/Tel_Aviv
    fact(ASIA_THIMPHU, 38, *b"-k-"), // Asia/Thimbu
    fact(ASIA_THIMPHU, 38, *b"l--"), // Asia/Thimphu
    fact(ASIA_TOKYO, 40, *b"l--"), // Asia/Tokyo
    fact(ASIA_TOMSK, 29, *b"l--"), // Asia/Tomsk
    fact(ASIA_MAKASSAR, 28, *b"-k-"), // Asia/Ujung_Pandang
    fact(ASIA_ULAANBAATAR, 28, *b"l--"), // Asia/Ulaanbaatar
    fact(ASIA_ULAANBAATAR, 28, *b"-k-"), // Asia/Ulan_Bator
    fact(ASIA_URUMQI, 38, *b"l--"), // Asia/Urumqi
    fact(ASIA_UST_NERA, 30, *b"l--"), // Asia/Ust-Nera
    fact(ASIA_VIENTIANE, 29, *b"lk-"), // Asia/Vientiane
    fact(ASIA_VLADIVOSTOK, 30, *b"l--"), // Asia/Vladivostok
    fact(ASIA_YAKUTSK, 40, *b"l--"), // Asia/Yakutsk
    fact(ASIA_YANGON, 47, *b"l--"), // Asia/Yangon
    fact(ASIA_YEKATERINBURG, 32, *b"l--"), // Asia/Yekaterinburg
    fact(ASIA_YEREVAN, 36, *b"l--"), // Asia/Yerevan
    fact(ATLANTIC_AZORES, 49, *b"l--"), // Atlantic/Azores
    fact(ATLANTIC_BERMUDA, 19, *b"l--"), // Atlantic/Bermuda
    fact(ATLANTIC_CANARY, 50, *b"l--"), // Atlantic/Canary
    fact(ATLANTIC_CAPE_VERDE, 51, *b"l--"), // Atlantic/Cape_Verde
    fact(ATLANTIC_FAROE, 50, *b"-k-"), // Atlantic/Faeroe
    fact(ATLANTIC_FAROE, 50, *b"l--"), // Atlantic/Faroe
    fact(ARCTIC_LONGYEARBYEN, 6, *b"-k-"), // Atlantic/Jan_Mayen
    fact(ATLANTIC_MADEIRA, 50, *b"l--"), // Atlantic/Madeira
    fact(ATLANTIC_REYKJAVIK, 0, *b"lk-"), // Atlantic/Reykjavik
    fact(ATLANTIC_SOUTH_GEORGIA, 23, *b"l--"), // Atlantic/South_Georgia
    fact(ATLANTIC_ST_HELENA, 0, *b"lk-"), // Atlantic/St_Helena
    fact(ATLANTIC_STANLEY, 10, *b"l--"), // Atlantic/Stanley
    fact(AUSTRALIA_SYDNEY, 31, *b"-k-"), // Australia/ACT
    fact(AUSTRALIA_ADELAIDE, 52, *b"l--"), // Australia/Adelaide
    fact(AUSTRALIA_BRISBANE, 30, *b"l--"), // Australia/Brisbane
    fact(AUSTRALIA_BROKEN_HILL, 52, *b"l--"), // Australia/Broken_Hill
    fact(AUSTRALIA_SYDNEY, 31, *b"-k-"), // Australia/Canberra
    fact(AUSTRALIA_HOBART, 31, *b"-k-"), // Australia/Currie
    fact(AUSTRALIA_DARWIN, 53, *b"l--"), // Australia/Darwin
    fact(AUSTRALIA_EUCLA, 54, *b"l--"), // Australia/Eucla
    fact(AUSTRALIA_HOBART, 31, *b"l--"), // Australia/Hobart
    fact(AUSTRALIA_LORD_HOWE, 55, *b"-k-"), // Australia/LHI
    fact(AUSTRALIA_LINDEMAN, 30, *b"l--"), // Australia/Lindeman
    fact(AUSTRALIA_LORD_HOWE, 55, *b"l--"), // Australia/Lord_Howe
    fact(AUSTRALIA_MELBOURNE, 31, *b"l--"), // Australia/Melbourne
    fact(AUSTRALIA_SYDNEY, 31, *b"-k-"), // Australia/NSW
    fact(AUSTRALIA_DARWIN, 53, *b"-k-"), // Australia/North
    fact(AUSTRALIA_PERTH, 28, *b"l--"), // Australia/Perth
    fact(AUSTRALIA_BRISBANE, 30, *b"-k-"), // Australia/Queensland
    fact(AUSTRALIA_ADELAIDE, 52, *b"-k-"), // Australia/South
    fact(AUSTRALIA_SYDNEY, 31, *b"l--"), // Australia/Sydney
    fact(AUSTRALIA_HOBART, 31, *b"-k-"), // Australia/Tasmania
    fact(AUSTRALIA_MELBOURNE, 31, *b"-k-"), // Australia/Victoria
    fact(AUSTRALIA_PERTH, 28, *b"-k-"), // Australia/West
    fact(AUSTRALIA_BROKEN_HILL, 52, *b"-k-"), // Australia/Yancowinna
    fact(AMERICA_RIO_BRANCO, 11, *b"-k-"), // Brazil/Acre
    fact(AMERICA_NORONHA, 23, *b"-k-"), // Brazil/DeNoronha
    fact(AMERICA_SAO_PAULO, 10, *b"-k-"), // Brazil/East
    fact(AMERICA_MANAUS, 9, *b"-k-"), // Brazil/West
    fact(EUROPE_BRUSSELS, 6, *b"-kf"), // CET
    fact(CST6CDT, 14, *b"--f"), // CST6CDT
    fact(AMERICA_HALIFAX, 19, *b"-k-"), // Canada/Atlantic
    fact(AMERICA_WINNIPEG, 24, *b"-k-"), // Canada/Central
    fact(AMERICA_TORONTO, 16, *b"-k-"), // Canada/Eastern
    fact(AMERICA_EDMONTON, 17, *b"-k-"), // Canada/Mountain
    fact(AMERICA_ST_JOHNS, 26, *b"-k-"), // Canada/Newfoundland
    fact(AMERICA_VANCOUVER, 27, *b"-k-"), // Canada/Pacific
    fact(AMERICA_REGINA, 12, *b"-k-"), // Canada/Saskatchewan
    fact(AMERICA_WHITEHORSE, 15, *b"-k-"), // Canada/Yukon
    fact(AMERICA_SANTIAGO, 25, *b"-k-"), // Chile/Continental
    fact(PACIFIC_EASTER, 56, *b"-k-"), // Chile/EasterIsland
    fact(AMERICA_HAVANA, 21, *b"-k-"), // Cuba
    fact(EUROPE_ATHENS, 41, *b"-kf"), // EET
    fact(AMERICA_PANAMA, 11, *b"-kf"), // EST
    fact(EST5EDT, 16, *b"--f"), // EST5EDT
    fact(AFRICA_CAIRO, 4, *b"-k-"), // Egypt
    fact(EUROPE_DUBLIN, 57, *b"-k-"), // Eire
    fact(ETC_GMT, 0, *b"--f"), // Etc/GMT
    fact(ETC_GMT, 0, *b"-kf"), // Etc/GMT+0
    fact(ETC_GMT_PLUS_1, 51, *b"--f"), // Etc/GMT+1
    fact(ETC_GMT_PLUS_10, 58, *b"--f"), // Etc/GMT+10
    fact(ETC_GMT_PLUS_11, 59, *b"--f"), // Etc/GMT+11
    fact(ETC_GMT_PLUS_12, 60, *b"--f"), // Etc/GMT+12
    fact(ETC_GMT_PLUS_2, 23, *b"--f"), // Etc/GMT+2
    fact(ETC_GMT_PLUS_3, 10, *b"--f"), // Etc/GMT+3
    fact(ETC_GMT_PLUS_4, 9, *b"--f"), // Etc/GMT+4
    fact(ETC_GMT_PLUS_5, 11, *b"--f"), // Etc/GMT+5
    fact(ETC_GMT_PLUS_6, 12, *b"--f"), // Etc/GMT+6
    fact(ETC_GMT_PLUS_7, 15, *b"--f"), // Etc/GMT+7
    fact(ETC_GMT_PLUS_8, 61, *b"--f"), // Etc/GMT+8
    fact(ETC_GMT_PLUS_9, 62, *b"--f"), // Etc/GMT+9
    fact(ETC_GMT, 0, *b"-kf"), // Etc/GMT-0
    fact(ETC_GMT_MINUS_1, 2, *b"--f"), // Etc/GMT-1
    fact(ETC_GMT_MINUS_10, 30, *b"--f"), // Etc/GMT-10
    fact(ETC_GMT_MINUS_11, 46, *b"--f"), // Etc/GMT-11
    fact(ETC_GMT_MINUS_12, 35, *b"--f"), // Etc/GMT-12
    fact(ETC_GMT_MINUS_13, 63, *b"--f"), // Etc/GMT-13
    fact(ETC_GMT_MINUS_14, 64, *b"--f"), // Etc/GMT-14
    fact(ETC_GMT_MINUS_2, 3, *b"--f"), // Etc/GMT-2
    fact(ETC_GMT_MINUS_3, 1, *b"--f"), // Etc/GMT-3
    fact(ETC_GMT_MINUS_4, 36, *b"--f"), // Etc/GMT-4
    fact(ETC_GMT_MINUS_5, 32, *b"--f"), // Etc/GMT-5
    fact(ETC_GMT_MINUS_6, 38, *b"--f"), // Etc/GMT-6
    fact(ETC_GMT_MINUS_7, 29, *b"--f"), // Etc/GMT-7
    fact(ETC_GMT_MINUS_8, 28, *b"--f"), // Etc/GMT-8
    fact(ETC_GMT_MINUS_9, 40, *b"--f"), // Etc/GMT-9
    fact(ETC_GMT, 0, *b"-kf"), // Etc/GMT0
    fact(ETC_GMT, 0, *b"-kf"), // Etc/Greenwich
    fact(ETC_UTC, 0, *b"-kf"), // Etc/UCT
    fact(ETC_UTC, 0, *b"--f"), // Etc/UTC
    fact(ETC_UTC, 0, *b"-kf"), // Etc/Universal
    fact(ETC_UTC, 0, *b"-kf"), // Etc/Zulu
    fact(EUROPE_AMSTERDAM, 6, *b"lk-"), // Europe/Amsterdam
    fact(EUROPE_ANDORRA, 6, *b"l--"), // Europe/Andorra
    fact(EUROPE_ASTRAKHAN, 36, *b"l--"), // Europe/Astrakhan
    fact(EUROPE_ATHENS, 41, *b"l--"), // Europe/Athens
    fact(EUROPE_LONDON, 50, *b"-k-"), // Europe/Belfast
    fact(EUROPE_BELGRADE, 6, *b"l--"), // Europe/Belgrade
    fact(EUROPE_BERLIN, 6, *b"l--"), // Europe/Berlin
    fact(EUROPE_BRATISLAVA, 6, *b"lk-"), // Europe/Bratislava
    fact(EUROPE_BRUSSELS, 6, *b"l--"), // Europe/Brussels
    fact(EUROPE_BUCHAREST, 41, *b"l--"), // Europe/Bucharest
    fact(EUROPE_BUDAPEST, 6, *b"l--"), // Europe/Budapest
    fact(EUROPE_BUSINGEN, 6, *b"lk-"), // Europe/Busingen
    fact(EUROPE_CHISINAU, 41, *b"l--"), // Europe/Chisinau
    fact(EUROPE_COPENHAGEN, 6, *b"lk-"), // Europe/Copenhagen
    fact(EUROPE_DUBLIN, 57, *b"l--"), // Europe/Dublin
    fact(EUROPE_GIBRALTAR, 6, *b"l--"), // Europe/Gibraltar
    fact(EUROPE_GUERNSEY, 50, *b"lk-"), // Europe/Guernsey
    fact(EUROPE_HELSINKI, 41, *b"l--"), // Europe/Helsinki
    fact(EUROPE_ISLE_OF_MAN, 50, *b"lk-"), // Europe/Isle_of_Man
    fact(EUROPE_ISTANBUL, 1, *b"l--"), // Europe/Istanbul
    fact(EUROPE_JERSEY, 50, *b"lk-"), // Europe/Jersey
    fact(EUROPE_KALININGRAD, 3, *b"l--"), // Europe/Kaliningrad
    fact(EUROPE_KYIV, 41, *b"-k-"), // Europe/Kiev
    fact(EUROPE_KIROV, 1, *b"l--"), // Europe/Kirov
    fact(EUROPE_KYIV, 41, *b"l--"), // Europe/Kyiv
    fact(EUROPE_LISBON, 50, *b"l--"), // Europe/Lisbon
    fact(EUROPE_LJUBLJANA, 6, *b"lk-"), // Europe/Ljubljana
    fact(EUROPE_LONDON, 50, *b"l--"), // Europe/London
    fact(EUROPE_LUXEMBOURG, 6, *b"lk-"), // Europe/Luxembourg
    fact(EUROPE_MADRID, 6, *b"l--"), // Europe/Madrid
    fact(EUROPE_MALTA, 6, *b"l--"), // Europe/Malta
    fact(EUROPE_MARIEHAMN, 41, *b"lk-"), // Europe/Mariehamn
    fact(EUROPE_MINSK, 1, *b"l--"), // Europe/Minsk
    fact(EUROPE_MONACO, 6, *b"lk-"), // Europe/Monaco
    fact(EUROPE_MOSCOW, 1, *b"l--"), // Europe/Moscow
    fact(ASIA_NICOSIA, 41, *b"-k-"), // Europe/Nicosia
    fact(EUROPE_OSLO, 6, *b"lk-"), // Europe/Oslo
    fact(EUROPE_PARIS, 6, *b"l--"), // Europe/Paris
    fact(EUROPE_PODGORICA, 6, *b"lk-"), // Europe/Podgorica
    fact(EUROPE_PRAGUE, 6, *b"l--"), // Europe/Prague
    fact(EUROPE_RIGA, 41, *b"l--"), // Europe/Riga
    fact(EUROPE_ROME, 6, *b"l--"), // Europe/Rome
    fact(EUROPE_SAMARA, 36, *b"l--"), // Europe/Samara
    fact(EUROPE_SAN_MARINO, 6, *b"lk-"), // Europe/San_Marino
    fact(EUROPE_SARAJEVO, 6, *b"lk-"), // Europe/Sarajevo
    fact(EUROPE_SARATOV, 36, *b"l--"), // Europe/Saratov
    fact(EUROPE_SIMFEROPOL, 1, *b"l--"), // Europe/Simferopol
    fact(EUROPE_SKOPJE, 6, *b"lk-"), // Europe/Skopje
    fact(EUROPE_SOFIA, 41, *b"l--"), // Europe/Sofia
    fact(EUROPE_STOCKHOLM, 6, *b"lk-"), // Europe/Stockholm
    fact(EUROPE_TALLINN, 41, *b"l--"), // Europe/Tallinn
    fact(EUROPE_TIRANE, 6, *b"l--"), // Europe/Tirane
    fact(EUROPE_CHISINAU, 41, *b"-k-"), // Europe/Tiraspol
    fact(EUROPE_ULYANOVSK, 36, *b"l--"), // Europe/Ulyanovsk
    fact(EUROPE_KYIV, 41, *b"-k-"), // Europe/Uzhgorod
    fact(EUROPE_VADUZ, 6, *b"lk-"), // Europe/Vaduz
    fact(EUROPE_VATICAN, 6, *b"lk-"), // Europe/Vatican
    fact(EUROPE_VIENNA, 6, *b"l--"), // Europe/Vienna
    fact(EUROPE_VILNIUS, 41, *b"l--"), // Europe/Vilnius
    fact(EUROPE_VOLGOGRAD, 1, *b"l--"), // Europe/Volgograd
    fact(EUROPE_WARSAW, 6, *b"l--"), // Europe/Warsaw
    fact(EUROPE_ZAGREB, 6, *b"lk-"), // Europe/Zagreb
    fact(EUROPE_KYIV, 41, *b"-k-"), // Europe/Zaporozhye
    fact(EUROPE_ZURICH, 6, *b"l--"), // Europe/Zurich
    fact(EUROPE_LONDON, 50, *b"-k-"), // GB
    fact(EUROPE_LONDON, 50, *b"-k-"), // GB-Eire
    fact(ETC_GMT, 0, *b"-kf"), // GMT
    fact(ETC_GMT, 0, *b"-kf"), // GMT+0
    fact(ETC_GMT, 0, *b"-kf"), // GMT-0
    fact(ETC_GMT, 0, *b"-kf"), // GMT0
    fact(ETC_GMT, 0, *b"-kf"), // Greenwich
    fact(PACIFIC_HONOLULU, 58, *b"-kf"), // HST
    fact(ASIA_HONG_KONG, 28, *b"-k-"), // Hongkong
    fact(ATLANTIC_REYKJAVIK, 0, *b"-k-"), // Iceland
    fact(INDIAN_ANTANANARIVO, 1, *b"lk-"), // Indian/Antananarivo
    fact(INDIAN_CHAGOS, 38, *b"l--"), // Indian/Chagos
    fact(INDIAN_CHRISTMAS, 29, *b"lk-"), // Indian/Christmas
    fact(INDIAN_COCOS, 47, *b"lk-"), // Indian/Cocos
    fact(INDIAN_COMORO, 1, *b"lk-"), // Indian/Comoro
    fact(INDIAN_KERGUELEN, 32, *b"lk-"), // Indian/Kerguelen
    fact(INDIAN_MAHE, 36, *b"lk-"), // Indian/Mahe
    fact(INDIAN_MALDIVES, 32, *b"l--"), // Indian/Maldives
    fact(INDIAN_MAURITIUS, 36, *b"l--"), // Indian/Mauritius
    fact(INDIAN_MAYOTTE, 1, *b"lk-"), // Indian/Mayotte
    fact(INDIAN_REUNION, 36, *b"lk-"), // Indian/Reunion
    fact(ASIA_TEHRAN, 48, *b"-k-"), // Iran
    fact(ASIA_JERUSALEM, 43, *b"-k-"), // Israel
    fact(AMERICA_JAMAICA, 11, *b"-k-"), // Jamaica
    fact(ASIA_TOKYO, 40, *b"-k-"), // Japan
    fact(PACIFIC_KWAJALEIN, 35, *b"-k-"), // Kwajalein
    fact(AFRICA_TRIPOLI, 3, *b"-k-"), // Libya
    fact(EUROPE_BRUSSELS, 6, *b"-kf"), // MET
    fact(AMERICA_PHOENIX, 15, *b"-kf"), // MST
    fact(MST7MDT, 13, *b"--f"), // MST7MDT
    fact(AMERICA_TIJUANA, 18, *b"-k-"), // Mexico/BajaNorte
    fact(AMERICA_MAZATLAN, 15, *b"-k-"), // Mexico/BajaSur
    fact(AMERICA_MEXICO_CITY, 12, *b"-k-"), // Mexico/General
    fact(PACIFIC_AUCKLAND, 33, *b"-k-"), // NZ
    fact(PACIFIC_CHATHAM, 65, *b"-k-"), // NZ-CHAT
    fact(AMERICA_DENVER, 13, *b"-k-"), // Navajo
    fact(ASIA_SHANGHAI, 28, *b"-k-"), // PRC
    fact(PST8PDT, 18, *b"--f"), // PST8PDT
    fact(PACIFIC_APIA, 63, *b"l--"), // Pacific/Apia
    fact(PACIFIC_AUCKLAND, 33, *b"l--"), // Pacific/Auckland
    fact(PACIFIC_BOUGAINVILLE, 46, *b"l--"), // Pacific/Bougainville
    fact(PACIFIC_CHATHAM, 65, *b"l--"), // Pacific/Chatham
    fact(PACIFIC_CHUUK, 30, *b"lk-"), // Pacific/Chuuk
    fact(PACIFIC_EASTER, 56, *b"l--"), // Pacific/Easter
    fact(PACIFIC_EFATE, 46, *b"l--"), // Pacific/Efate
    fact(PACIFIC_KANTON, 63, *b"-k-"), // Pacific/Enderbury
    fact(PACIFIC_FAKAOFO, 63, *b"l--"), // Pacific/Fakaofo
    fact(PACIFIC_FIJI, 35, *b"l--"), // Pacific/Fiji
    fact(PACIFIC_FUNAFUTI, 35, *b"lk-"), // Pacific/Funafuti
    fact(PACIFIC_GALAPAGOS, 12, *b"l--"), // Pacific/Galapagos
    fact(PACIFIC_GAMBIER, 62, *b"l--"), // Pacific/Gambier
    fact(PACIFIC_GUADALCANAL, 46, *b"l--"), // Pacific/Guadalcanal
    fact(PACIFIC_GUAM, 30, *b"l--"), // Pacific/Guam
    fact(PACIFIC_HONOLULU, 58, *b"l--"), // Pacific/Honolulu
    fact(PACIFIC_HONOLULU, 58, *b"-k-"), // Pacific/Johnston
    fact(PACIFIC_KANTON, 63, *b"l--"), // Pacific/Kanton
    fact(PACIFIC_KIRITIMATI, 64, *b"l--"), // Pacific/Kiritimati
    fact(PACIFIC_KOSRAE, 46, *b"l--"), // Pacific/Kosrae
    fact(PACIFIC_KWAJALEIN, 35, *b"l--"), // Pacific/Kwajalein
    fact(PACIFIC_MAJURO, 35, *b"lk-"), // Pacific/Majuro
    fact(PACIFIC_MARQUESAS, 66, *b"l--"), // Pacific/Marquesas
    fact(PACIFIC_MIDWAY, 59, *b"lk-"), // Pacific/Midway
    fact(PACIFIC_NAURU, 35, *b"l--"), // Pacific/Nauru
    fact(PACIFIC_NIUE, 59, *b"l--"), // Pacific/Niue
    fact(PACIFIC_NORFOLK, 67, *b"l--"), // Pacific/Norfolk
    fact(PACIFIC_NOUMEA, 46, *b"l--"), // Pacific/Noumea
    fact(PACIFIC_PAGO_PAGO, 59, *b"l--"), // Pacific/Pago_Pago
    fact(PACIFIC_PALAU, 40, *b"l--"), // Pacific/Palau
    fact(PACIFIC_PITCAIRN, 61, *b"l--"), // Pacific/Pitcairn
    fact(PACIFIC_POHNPEI, 46, *b"lk-"), // Pacific/Pohnpei
    fact(PACIFIC_POHNPEI, 46, *b"-k-"), // Pacific/Ponape
    fact(PACIFIC_PORT_MORESBY, 30, *b"l--"), // Pacific/Port_Moresby
    fact(PACIFIC_RAROTONGA, 58, *b"l--"), // Pacific/Rarotonga
    fact(PACIFIC_SAIPAN, 30, *b"lk-"), // Pacific/Saipan
    fact(PACIFIC_PAGO_PAGO, 59, *b"-k-"), // Pacific/Samoa
    fact(PACIFIC_TAHITI, 58, *b"l--"), // Pacific/Tahiti
    fact(PACIFIC_TARAWA, 35, *b"l--"), // Pacific/Tarawa
    fact(PACIFIC_TONGATAPU, 63, *b"l--"), // Pacific/Tongatapu
    fact(PACIFIC_CHUUK, 30, *b"-k-"), // Pacific/Truk
    fact(PACIFIC_WAKE, 35, *b"lk-"), // Pacific/Wake
    fact(PACIFIC_WALLIS, 35, *b"lk-"), // Pacific/Wallis
    fact(PACIFIC_CHUUK, 30, *b"-k-"), // Pacific/Yap
    fact(EUROPE_WARSAW, 6, *b"-k-"), // Poland
    fact(EUROPE_LISBON, 50, *b"-k-"), // Portugal
    fact(ASIA_TAIPEI, 28, *b"-k-"), // ROC
    fact(ASIA_SEOUL, 40, *b"-k-"), // ROK
    fact(ASIA_SINGAPORE, 28, *b"-k-"), // Singapore
    fact(EUROPE_ISTANBUL, 1, *b"-k-"), // Turkey
    fact(ETC_UTC, 0, *b"-kf"), // UCT
    fact(AMERICA_ANCHORAGE, 8, *b"-k-"), // US/Alaska
    fact(AMERICA_ADAK, 7, *b"-k-"), // US/Aleutian
    fact(AMERICA_PHOENIX, 15, *b"-k-"), // US/Arizona
    fact(AMERICA_CHICAGO, 14, *b"-k-"), // US/Central
    fact(AMERICA_INDIANA_INDIANAPOLIS, 16, *b"-k-"), // US/East-Indiana
    fact(AMERICA_NEW_YORK, 16, *b"-k-"), // US/Eastern
    fact(PACIFIC_HONOLULU, 58, *b"-k-"), // US/Hawaii
    fact(AMERICA_INDIANA_KNOX, 14, *b"-k-"), // US/Indiana-Starke
    fact(AMERICA_DETROIT, 16, *b"-k-"), // US/Michigan
    fact(AMERICA_DENVER, 13, *b"-k-"), // US/Mountain
    fact(AMERICA_LOS_ANGELES, 18, *b"-k-"), // US/Pacific
    fact(PACIFIC_PAGO_PAGO, 59, *b"-k-"), // US/Samoa
    fact(ETC_UTC, 0, *b"-kf"), // UTC
    fact(ETC_UTC, 0, *b"-kf"), // Universal
    fact(EUROPE_MOSCOW, 1, *b"-k-"), // W-SU
    fact(EUROPE_LISBON, 50, *b"-kf"), // WET
    fact(ETC_UTC, 0, *b"-kf"), // Zulu
];

/// Class of behaviour, quarter hours east of UTC at the start of the first year, changes
/// (Unix seconds, quarter hours), then the year from which two turns recur: month, week,
/// weekday, minutes from that day's midnight in UTC, quarter hours from then on.
pub(in super::super) static RULES: [Rules; 68] = [
    lasting(0, 0, &[]), // Africa/Abidjan
    lasting(1, 12, &[]), // Africa/Addis_Ababa
    lasting(2, 4, &[]), // Africa/Algiers
    lasting(3, 8, &[]), // Africa/Blantyre
    turning(4, 8, &[], 2026, [(4, 5, 5, -120, 12), (10, 5, 4, 1260, 8)]), // Africa/Cairo
    lasting(0, 4, &[(1771120800, 0), (1774144800, 4), (1789866000, 0)]), // Africa/Casablanca
    turning(5, 4, &[], 2026, [(3, 5, 0, 60, 8), (10, 5, 0, 60, 4)]), // Africa/Ceuta
    turning(6, -40, &[], 2026, [(3, 2, 0, 720, -36), (11, 1, 0, 660, -40)]), // America/Adak
    turning(7, -36, &[], 2026, [(3, 2, 0, 660, -32), (11, 1, 0, 600, -36)]), // America/Anchorage
    lasting(8, -16, &[]), // America/Anguilla
    lasting(9, -12, &[]), // America/Araguaina
    lasting(10, -20, &[]), // America/Atikokan
    lasting(11, -24, &[]), // America/Bahia_Banderas
    turning(12, -28, &[], 2026, [(3, 2, 0, 540, -24), (11, 1, 0, 480, -28)]), // America/Boise
    turning(13, -24, &[], 2026, [(3, 2, 0, 480, -20), (11, 1, 0, 420, -24)]), // America/Chicago
    lasting(14, -28, &[]), // America/Creston
    turning(15, -20, &[], 2026, [(3, 2, 0, 420, -16), (11, 1, 0, 360, -20)]), // America/Detroit
    lasting(11, -28, &[(1772960400, -24)]), // America/Edmonton
    turning(16, -32, &[], 2026, [(3, 2, 0, 600, -28), (11, 1, 0, 540, -32)]), // America/Ensenada
    turning(17, -16, &[], 2026, [(3, 2, 0, 360, -12), (11, 1, 0, 300, -16)]), // America/Glace_Bay
    turning(18, -8, &[], 2026, [(3, 5, 0, 60, -4), (10, 5, 0, 60, -8)]), // America/Godthab
    turning(19, -20, &[(1772946000, -16), (1825563600, -20)], 2028, [(3, 2, 0, 300, -16), (11, 1, 0, 300, -20)]), // America/Havana
    turning(20, -12, &[], 2026, [(3, 2, 0, 300, -8), (11, 1, 0, 240, -12)]), // America/Miquelon
    lasting(21, -8, &[]), // America/Noronha
    lasting(10, -24, &[(1772956800, -20)]), // America/Rainy_River
    turning(22, -12, &[], 2026, [(9, 1, 6, 1680, -12), (4, 1, 6, 1620, -16)]), // America/Santiago
    turning(23, -14, &[], 2026, [(3, 2, 0, 330, -10), (11, 1, 0, 270, -14)]), // America/St_Johns
    lasting(14, -32, &[(1772964000, -28)]), // America/Vancouver
    lasting(24, 32, &[]), // Antarctica/Casey
    lasting(25, 28, &[]), // Antarctica/Davis
    lasting(26, 40, &[]), // Antarctica/DumontDUrville
    turning(27, 44, &[], 2026, [(10, 1, 0, -480, 44), (4, 1, 0, -480, 40)]), // Antarctica/Macquarie
    lasting(28, 20, &[]), // Antarctica/Mawson
    turning(29, 52, &[], 2026, [(9, 5, 0, -600, 52), (4, 1, 0, -600, 48)]), // Antarctica/McMurdo
    turning(30, 0, &[], 2026, [(3, 5, 0, 60, 8), (10, 5, 0, 60, 0)]), // Antarctica/Troll
    lasting(31, 48, &[]), // Asia/Anadyr
    lasting(32, 16, &[]), // Asia/Baku
    turning(33, 8, &[], 2026, [(3, 5, 0, -120, 12), (10, 5, 0, -180, 8)]), // Asia/Beirut
    lasting(34, 24, &[]), // Asia/Bishkek
    lasting(35, 22, &[]), // Asia/Calcutta
    lasting(36, 36, &[]), // Asia/Chita
    turning(37, 8, &[], 2026, [(3, 5, 0, 60, 12), (10, 5, 0, 60, 8)]), // Asia/Famagusta
    lasting(38, 8, &[(1774656000, 12), (1792796400, 8), (1806105600, 12), (1824850800, 8), (1837555200, 12), (1856300400, 8), (1869004800, 12), (1887750000, 8), (1901059200, 12), (1919199600, 8), (1932508800, 12), (1950649200, 8), (1963958400, 12), (1982703600, 8), (1995408000, 12), (2014153200, 8), (2026857600, 12), (2045602800, 8), (2058307200, 12), (2077052400, 8), (2090361600, 12), (2107897200, 8), (2121811200, 12), (2138742000, 8), (2153260800, 12), (2168982000, 8), (2184710400, 12), (2199826800, 8)]), // Asia/Gaza
    turning(39, 8, &[], 2026, [(3, 4, 4, 1440, 12), (10, 5, 0, -60, 8)]), // Asia/Jerusalem
    lasting(40, 18, &[]), // Asia/Kabul
    lasting(41, 23, &[]), // Asia/Kathmandu
    lasting(42, 44, &[]), // Asia/Magadan
    lasting(43, 26, &[]), // Asia/Rangoon
    lasting(44, 14, &[]), // Asia/Tehran
    turning(45, -4, &[], 2026, [(3, 5, 0, 60, 0), (10, 5, 0, 60, -4)]), // Atlantic/Azores
    turning(46, 0, &[], 2026, [(3, 5, 0, 60, 4), (10, 5, 0, 60, 0)]), // Atlantic/Canary
    lasting(47, -4, &[]), // Atlantic/Cape_Verde
    turning(48, 42, &[], 2026, [(10, 1, 0, -450, 42), (4, 1, 0, -450, 38)]), // Australia/Adelaide
    lasting(49, 38, &[]), // Australia/Darwin
    lasting(50, 35, &[]), // Australia/Eucla
    turning(51, 44, &[], 2026, [(10, 1, 0, -510, 44), (4, 1, 0, -540, 42)]), // Australia/LHI
    turning(52, -20, &[], 2026, [(9, 1, 6, 1680, -20), (4, 1, 6, 1620, -24)]), // Chile/EasterIsland
    turning(46, 0, &[], 2026, [(10, 5, 0, 60, 0), (3, 5, 0, 60, 4)]), // Eire
    lasting(53, -40, &[]), // Etc/GMT+10
    lasting(54, -44, &[]), // Etc/GMT+11
    lasting(55, -48, &[]), // Etc/GMT+12
    lasting(56, -32, &[]), // Etc/GMT+8
    lasting(57, -36, &[]), // Etc/GMT+9
    lasting(58, 52, &[]), // Etc/GMT-13
    lasting(59, 56, &[]), // Etc/GMT-14
    turning(60, 55, &[], 2026, [(9, 5, 0, -600, 55), (4, 1, 0, -600, 51)]), // NZ-CHAT
    lasting(61, -38, &[]), // Pacific/Marquesas
    turning(62, 48, &[], 2026, [(10, 1, 0, -540, 48), (4, 1, 0, -540, 44)]), // Pacific/Norfolk
];

pub(in super::super) const AFRICA_ABIDJAN: Zone = Zone(0);
pub(in super::super) const AFRICA_ACCRA: Zone = Zone(1);
pub(in super::super) const AFRICA_ADDIS_ABABA: Zone = Zone(2);
pub(in super::super) const AFRICA_ALGIERS: Zone = Zone(3);
pub(in super::super) const AFRICA_ASMARA: Zone = Zone(4);
pub(in super::super) const AFRICA_ASMERA: Zone = Zone(5);
pub(in super::super) const AFRICA_BAMAKO: Zone = Zone(6);
pub(in super::super) const AFRICA_BANGUI: Zone = Zone(7);
pub(in super::super) const AFRICA_BANJUL: Zone = Zone(8);
pub(in super::super) const AFRICA_BISSAU: Zone = Zone(9);
pub(in super::super) const AFRICA_BLANTYRE: Zone = Zone(10);
pub(in super::super) const AFRICA_BRAZZAVILLE: Zone = Zone(11);
pub(in super::super) const AFRICA_BUJUMBURA: Zone = Zone(12);
pub(in super::super) const AFRICA_CAIRO: Zone = Zone(13);
pub(in super::super) const AFRICA_CASABLANCA: Zone = Zone(14);
pub(in super::super) const AFRICA_CEUTA: Zone = Zone(15);
pub(in super::super) const AFRICA_CONAKRY: Zone = Zone(16);
pub(in super::super) const AFRICA_DAKAR: Zone = Zone(17);
pub(in super::super) const AFRICA_DAR_ES_SALAAM: Zone = Zone(18);
pub(in super::super) const AFRICA_DJIBOUTI: Zone = Zone(19);
pub(in super::super) const AFRICA_DOUALA: Zone = Zone(20);
pub(in super::super) const AFRICA_EL_AAIUN: Zone = Zone(21);
pub(in super::super) const AFRICA_FREETOWN: Zone = Zone(22);
pub(in super::super) const AFRICA_GABORONE: Zone = Zone(23);
pub(in super::super) const AFRICA_HARARE: Zone = Zone(24);
pub(in super::super) const AFRICA_JOHANNESBURG: Zone = Zone(25);
pub(in super::super) const AFRICA_JUBA: Zone = Zone(26);
pub(in super::super) const AFRICA_KAMPALA: Zone = Zone(27);
pub(in super::super) const AFRICA_KHARTOUM: Zone = Zone(28);
pub(in super::super) const AFRICA_KIGALI: Zone = Zone(29);
pub(in super::super) const AFRICA_KINSHASA: Zone = Zone(30);
pub(in super::super) const AFRICA_LAGOS: Zone = Zone(31);
pub(in super::super) const AFRICA_LIBREVILLE: Zone = Zone(32);
pub(in super::super) const AFRICA_LOME: Zone = Zone(33);
pub(in super::super) const AFRICA_LUANDA: Zone = Zone(34);
pub(in super::super) const AFRICA_LUBUMBASHI: Zone = Zone(35);
pub(in super::super) const AFRICA_LUSAKA: Zone = Zone(36);
pub(in super::super) const AFRICA_MALABO: Zone = Zone(37);
pub(in super::super) const AFRICA_MAPUTO: Zone = Zone(38);
pub(in super::super) const AFRICA_MASERU: Zone = Zone(39);
pub(in super::super) const AFRICA_MBABANE: Zone = Zone(40);
pub(in super::super) const AFRICA_MOGADISHU: Zone = Zone(41);
pub(in super::super) const AFRICA_MONROVIA: Zone = Zone(42);
pub(in super::super) const AFRICA_NAIROBI: Zone = Zone(43);
pub(in super::super) const AFRICA_NDJAMENA: Zone = Zone(44);
pub(in super::super) const AFRICA_NIAMEY: Zone = Zone(45);
pub(in super::super) const AFRICA_NOUAKCHOTT: Zone = Zone(46);
pub(in super::super) const AFRICA_OUAGADOUGOU: Zone = Zone(47);
pub(in super::super) const AFRICA_PORTO_NOVO: Zone = Zone(48);
pub(in super::super) const AFRICA_SAO_TOME: Zone = Zone(49);
pub(in super::super) const AFRICA_TIMBUKTU: Zone = Zone(50);
pub(in super::super) const AFRICA_TRIPOLI: Zone = Zone(51);
pub(in super::super) const AFRICA_TUNIS: Zone = Zone(52);
pub(in super::super) const AFRICA_WINDHOEK: Zone = Zone(53);
pub(in super::super) const AMERICA_ADAK: Zone = Zone(54);
pub(in super::super) const AMERICA_ANCHORAGE: Zone = Zone(55);
pub(in super::super) const AMERICA_ANGUILLA: Zone = Zone(56);
pub(in super::super) const AMERICA_ANTIGUA: Zone = Zone(57);
pub(in super::super) const AMERICA_ARAGUAINA: Zone = Zone(58);
pub(in super::super) const AMERICA_ARGENTINA_BUENOS_AIRES: Zone = Zone(59);
pub(in super::super) const AMERICA_ARGENTINA_CATAMARCA: Zone = Zone(60);
pub(in super::super) const AMERICA_ARGENTINA_COMODRIVADAVIA: Zone = Zone(61);
pub(in super::super) const AMERICA_ARGENTINA_CORDOBA: Zone = Zone(62);
pub(in super::super) const AMERICA_ARGENTINA_JUJUY: Zone = Zone(63);
pub(in super::super) const AMERICA_ARGENTINA_LA_RIOJA: Zone = Zone(64);
pub(in super::super) const AMERICA_ARGENTINA_MENDOZA: Zone = Zone(65);
pub(in super::super) const AMERICA_ARGENTINA_RIO_GALLEGOS: Zone = Zone(66);
pub(in super::super) const AMERICA_ARGENTINA_SALTA: Zone = Zone(67);
pub(in super::super) const AMERICA_ARGENTINA_SAN_JUAN: Zone = Zone(68);
pub(in super::super) const AMERICA_ARGENTINA_SAN_LUIS: Zone = Zone(69);
pub(in super::super) const AMERICA_ARGENTINA_TUCUMAN: Zone = Zone(70);
pub(in super::super) const AMERICA_ARGENTINA_USHUAIA: Zone = Zone(71);
pub(in super::super) const AMERICA_ARUBA: Zone = Zone(72);
pub(in super::super) const AMERICA_ASUNCION: Zone = Zone(73);
pub(in super::super) const AMERICA_ATIKOKAN: Zone = Zone(74);
pub(in super::super) const AMERICA_ATKA: Zone = Zone(75);
pub(in super::super) const AMERICA_BAHIA: Zone = Zone(76);
pub(in super::super) const AMERICA_BAHIA_BANDERAS: Zone = Zone(77);
pub(in super::super) const AMERICA_BARBADOS: Zone = Zone(78);
pub(in super::super) const AMERICA_BELEM: Zone = Zone(79);
pub(in super::super) const AMERICA_BELIZE: Zone = Zone(80);
pub(in super::super) const AMERICA_BLANC_SABLON: Zone = Zone(81);
pub(in super::super) const AMERICA_BOA_VISTA: Zone = Zone(82);
pub(in super::super) const AMERICA_BOGOTA: Zone = Zone(83);
pub(in super::super) const AMERICA_BOISE: Zone = Zone(84);
pub(in super::super) const AMERICA_BUENOS_AIRES: Zone = Zone(85);
pub(in super::super) const AMERICA_CAMBRIDGE_BAY: Zone = Zone(86);
pub(in super::super) const AMERICA_CAMPO_GRANDE: Zone = Zone(87);
pub(in super::super) const AMERICA_CANCUN: Zone = Zone(88);
pub(in super::super) const AMERICA_CARACAS: Zone = Zone(89);
pub(in super::super) const AMERICA_CATAMARCA: Zone = Zone(90);
pub(in super::super) const AMERICA_CAYENNE: Zone = Zone(91);
pub(in super::super) const AMERICA_CAYMAN: Zone = Zone(92);
pub(in super::super) const AMERICA_CHICAGO: Zone = Zone(93);
pub(in super::super) const AMERICA_CHIHUAHUA: Zone = Zone(94);
pub(in super::super) const AMERICA_CIUDAD_JUAREZ: Zone = Zone(95);
pub(in super::super) const AMERICA_CORAL_HARBOUR: Zone = Zone(96);
pub(in super::super) const AMERICA_CORDOBA: Zone = Zone(97);
pub(in super::super) const AMERICA_COSTA_RICA: Zone = Zone(98);
pub(in super::super) const AMERICA_COYHAIQUE: Zone = Zone(99);
pub(in super::super) const AMERICA_CRESTON: Zone = Zone(100);
pub(in super::super) const AMERICA_CUIABA: Zone = Zone(101);
pub(in super::super) const AMERICA_CURACAO: Zone = Zone(102);
pub(in super::super) const AMERICA_DANMARKSHAVN: Zone = Zone(103);
pub(in super::super) const AMERICA_DAWSON: Zone = Zone(104);
pub(in super::super) const AMERICA_DAWSON_CREEK: Zone = Zone(105);
pub(in super::super) const AMERICA_DENVER: Zone = Zone(106);
pub(in super::super) const AMERICA_DETROIT: Zone = Zone(107);
pub(in super::super) const AMERICA_DOMINICA: Zone = Zone(108);
pub(in super::super) const AMERICA_EDMONTON: Zone = Zone(109);
pub(in super::super) const AMERICA_EIRUNEPE: Zone = Zone(110);
pub(in super::super) const AMERICA_EL_SALVADOR: Zone = Zone(111);
pub(in super::super) const AMERICA_ENSENADA: Zone = Zone(112);
pub(in super::super) const AMERICA_FORT_NELSON: Zone = Zone(113);
pub(in super::super) const AMERICA_FORT_WAYNE: Zone = Zone(114);
pub(in super::super) const AMERICA_FORTALEZA: Zone = Zone(115);
pub(in super::super) const AMERICA_GLACE_BAY: Zone = Zone(116);
pub(in super::super) const AMERICA_GODTHAB: Zone = Zone(117);
pub(in super::super) const AMERICA_GOOSE_BAY: Zone = Zone(118);
pub(in super::super) const AMERICA_GRAND_TURK: Zone = Zone(119);
pub(in super::super) const AMERICA_GRENADA: Zone = Zone(120);
pub(in super::super) const AMERICA_GUADELOUPE: Zone = Zone(121);
pub(in super::super) const AMERICA_GUATEMALA: Zone = Zone(122);
pub(in super::super) const AMERICA_GUAYAQUIL: Zone = Zone(123);
pub(in super::super) const AMERICA_GUYANA: Zone = Zone(124);
pub(in super::super) const AMERICA_HALIFAX: Zone = Zone(125);
pub(in super::super) const AMERICA_HAVANA: Zone = Zone(126);
pub(in super::super) const AMERICA_HERMOSILLO: Zone = Zone(127);
pub(in super::super) const AMERICA_INDIANA_INDIANAPOLIS: Zone = Zone(128);
pub(in super::super) const AMERICA_INDIANA_KNOX: Zone = Zone(129);
pub(in super::super) const AMERICA_INDIANA_MARENGO: Zone = Zone(130);
pub(in super::super) const AMERICA_INDIANA_PETERSBURG: Zone = Zone(131);
pub(in super::super) const AMERICA_INDIANA_TELL_CITY: Zone = Zone(132);
pub(in super::super) const AMERICA_INDIANA_VEVAY: Zone = Zone(133);
pub(in super::super) const AMERICA_INDIANA_VINCENNES: Zone = Zone(134);
pub(in super::super) const AMERICA_INDIANA_WINAMAC: Zone = Zone(135);
pub(in super::super) const AMERICA_INDIANAPOLIS: Zone = Zone(136);
pub(in super::super) const AMERICA_INUVIK: Zone = Zone(137);
pub(in super::super) const AMERICA_IQALUIT: Zone = Zone(138);
pub(in super::super) const AMERICA_JAMAICA: Zone = Zone(139);
pub(in super::super) const AMERICA_JUJUY: Zone = Zone(140);
pub(in super::super) const AMERICA_JUNEAU: Zone = Zone(141);
pub(in super::super) const AMERICA_KENTUCKY_LOUISVILLE: Zone = Zone(142);
pub(in super::super) const AMERICA_KENTUCKY_MONTICELLO: Zone = Zone(143);
pub(in super::super) const AMERICA_KNOX_IN: Zone = Zone(144);
pub(in super::super) const AMERICA_KRALENDIJK: Zone = Zone(145);
pub(in super::super) const AMERICA_LA_PAZ: Zone = Zone(146);
pub(in super::super) const AMERICA_LIMA: Zone = Zone(147);
pub(in super::super) const AMERICA_LOS_ANGELES: Zone = Zone(148);
pub(in super::super) const AMERICA_LOUISVILLE: Zone = Zone(149);
pub(in super::super) const AMERICA_LOWER_PRINCES: Zone = Zone(150);
pub(in super::super) const AMERICA_MACEIO: Zone = Zone(151);
pub(in super::super) const AMERICA_MANAGUA: Zone = Zone(152);
pub(in super::super) const AMERICA_MANAUS: Zone = Zone(153);
pub(in super::super) const AMERICA_MARIGOT: Zone = Zone(154);
pub(in super::super) const AMERICA_MARTINIQUE: Zone = Zone(155);
pub(in super::super) const AMERICA_MATAMOROS: Zone = Zone(156);
pub(in super::super) const AMERICA_MAZATLAN: Zone = Zone(157);
pub(in super::super) const AMERICA_MENDOZA: Zone = Zone(158);
pub(in super::super) const AMERICA_MENOMINEE: Zone = Zone(159);
pub(in super::super) const AMERICA_MERIDA: Zone = Zone(160);
pub(in super::super) const AMERICA_METLAKATLA: Zone = Zone(161);
pub(in super::super) const AMERICA_MEXICO_CITY: Zone = Zone(162);
pub(in super::super) const AMERICA_MIQUELON: Zone = Zone(163);
pub(in super::super) const AMERICA_MONCTON: Zone = Zone(164);
pub(in super::super) const AMERICA_MONTERREY: Zone = Zone(165);
pub(in super::super) const AMERICA_MONTEVIDEO: Zone = Zone(166);
pub(in super::super) const AMERICA_MONTREAL: Zone = Zone(167);
pub(in super::super) const AMERICA_MONTSERRAT: Zone = Zone(168);
pub(in super::super) const AMERICA_NASSAU: Zone = Zone(169);
pub(in super::super) const AMERICA_NEW_YORK: Zone = Zone(170);
pub(in super::super) const AMERICA_NIPIGON: Zone = Zone(171);
pub(in super::super) const AMERICA_NOME: Zone = Zone(172);
pub(in super::super) const AMERICA_NORONHA: Zone = Zone(173);
pub(in super::super) const AMERICA_NORTH_DAKOTA_BEULAH: Zone = Zone(174);
pub(in super::super) const AMERICA_NORTH_DAKOTA_CENTER: Zone = Zone(175);
pub(in super::super) const AMERICA_NORTH_DAKOTA_NEW_SALEM: Zone = Zone(176);
pub(in super::super) const AMERICA_NUUK: Zone = Zone(177);
pub(in super::super) const AMERICA_OJINAGA: Zone = Zone(178);
pub(in super::super) const AMERICA_PANAMA: Zone = Zone(179);
pub(in super::super) const AMERICA_PANGNIRTUNG: Zone = Zone(180);
pub(in super::super) const AMERICA_PARAMARIBO: Zone = Zone(181);
pub(in super::super) const AMERICA_PHOENIX: Zone = Zone(182);
pub(in super::super) const AMERICA_PORT_AU_PRINCE: Zone = Zone(183);
pub(in super::super) const AMERICA_PORT_OF_SPAIN: Zone = Zone(184);
pub(in super::super) const AMERICA_PORTO_ACRE: Zone = Zone(185);
pub(in super::super) const AMERICA_PORTO_VELHO: Zone = Zone(186);
pub(in super::super) const AMERICA_PUERTO_RICO: Zone = Zone(187);
pub(in super::super) const AMERICA_PUNTA_ARENAS: Zone = Zone(188);
pub(in super::super) const AMERICA_RAINY_RIVER: Zone = Zone(189);
pub(in super::super) const AMERICA_RANKIN_INLET: Zone = Zone(190);
pub(in super::super) const AMERICA_RECIFE: Zone = Zone(191);
pub(in super::super) const AMERICA_REGINA: Zone = Zone(192);
pub(in super::super) const AMERICA_RESOLUTE: Zone = Zone(193);
pub(in super::super) const AMERICA_RIO_BRANCO: Zone = Zone(194);
pub(in super::super) const AMERICA_ROSARIO: Zone = Zone(195);
pub(in super::super) const AMERICA_SANTA_ISABEL: Zone = Zone(196);
pub(in super::super) const AMERICA_SANTAREM: Zone = Zone(197);
pub(in super::super) const AMERICA_SANTIAGO: Zone = Zone(198);
pub(in super::super) const AMERICA_SANTO_DOMINGO: Zone = Zone(199);
pub(in super::super) const AMERICA_SAO_PAULO: Zone = Zone(200);
pub(in super::super) const AMERICA_SCORESBYSUND: Zone = Zone(201);
pub(in super::super) const AMERICA_SHIPROCK: Zone = Zone(202);
pub(in super::super) const AMERICA_SITKA: Zone = Zone(203);
pub(in super::super) const AMERICA_ST_BARTHELEMY: Zone = Zone(204);
pub(in super::super) const AMERICA_ST_JOHNS: Zone = Zone(205);
pub(in super::super) const AMERICA_ST_KITTS: Zone = Zone(206);
pub(in super::super) const AMERICA_ST_LUCIA: Zone = Zone(207);
pub(in super::super) const AMERICA_ST_THOMAS: Zone = Zone(208);
pub(in super::super) const AMERICA_ST_VINCENT: Zone = Zone(209);
pub(in super::super) const AMERICA_SWIFT_CURRENT: Zone = Zone(210);
pub(in super::super) const AMERICA_TEGUCIGALPA: Zone = Zone(211);
pub(in super::super) const AMERICA_THULE: Zone = Zone(212);
pub(in super::super) const AMERICA_THUNDER_BAY: Zone = Zone(213);
pub(in super::super) const AMERICA_TIJUANA: Zone = Zone(214);
pub(in super::super) const AMERICA_TORONTO: Zone = Zone(215);
pub(in super::super) const AMERICA_TORTOLA: Zone = Zone(216);
pub(in super::super) const AMERICA_VANCOUVER: Zone = Zone(217);
pub(in super::super) const AMERICA_VIRGIN: Zone = Zone(218);
pub(in super::super) const AMERICA_WHITEHORSE: Zone = Zone(219);
pub(in super::super) const AMERICA_WINNIPEG: Zone = Zone(220);
pub(in super::super) const AMERICA_YAKUTAT: Zone = Zone(221);
pub(in super::super) const AMERICA_YELLOWKNIFE: Zone = Zone(222);
pub(in super::super) const ANTARCTICA_CASEY: Zone = Zone(223);
pub(in super::super) const ANTARCTICA_DAVIS: Zone = Zone(224);
pub(in super::super) const ANTARCTICA_DUMONTDURVILLE: Zone = Zone(225);
pub(in super::super) const ANTARCTICA_MACQUARIE: Zone = Zone(226);
pub(in super::super) const ANTARCTICA_MAWSON: Zone = Zone(227);
pub(in super::super) const ANTARCTICA_MCMURDO: Zone = Zone(228);
pub(in super::super) const ANTARCTICA_PALMER: Zone = Zone(229);
pub(in super::super) const ANTARCTICA_ROTHERA: Zone = Zone(230);
pub(in super::super) const ANTARCTICA_SOUTH_POLE: Zone = Zone(231);
pub(in super::super) const ANTARCTICA_SYOWA: Zone = Zone(232);
pub(in super::super) const ANTARCTICA_TROLL: Zone = Zone(233);
pub(in super::super) const ANTARCTICA_VOSTOK: Zone = Zone(234);
pub(in super::super) const ARCTIC_LONGYEARBYEN: Zone = Zone(235);
pub(in super::super) const ASIA_ADEN: Zone = Zone(236);
pub(in super::super) const ASIA_ALMATY: Zone = Zone(237);
pub(in super::super) const ASIA_AMMAN: Zone = Zone(238);
pub(in super::super) const ASIA_ANADYR: Zone = Zone(239);
pub(in super::super) const ASIA_AQTAU: Zone = Zone(240);
pub(in super::super) const ASIA_AQTOBE: Zone = Zone(241);
pub(in super::super) const ASIA_ASHGABAT: Zone = Zone(242);
pub(in super::super) const ASIA_ASHKHABAD: Zone = Zone(243);
pub(in super::super) const ASIA_ATYRAU: Zone = Zone(244);
pub(in super::super) const ASIA_BAGHDAD: Zone = Zone(245);
pub(in super::super) const ASIA_BAHRAIN: Zone = Zone(246);
pub(in super::super) const ASIA_BAKU: Zone = Zone(247);
pub(in super::super) const ASIA_BANGKOK: Zone = Zone(248);
pub(in super::super) const ASIA_BARNAUL: Zone = Zone(249);
pub(in super::super) const ASIA_BEIRUT: Zone = Zone(250);
pub(in super::super) const ASIA_BISHKEK: Zone = Zone(251);
pub(in super::super) const ASIA_BRUNEI: Zone = Zone(252);
pub(in super::super) const ASIA_CALCUTTA: Zone = Zone(253);
pub(in super::super) const ASIA_CHITA: Zone = Zone(254);
pub(in super::super) const ASIA_CHOIBALSAN: Zone = Zone(255);
pub(in super::super) const ASIA_CHONGQING: Zone = Zone(256);
pub(in super::super) const ASIA_CHUNGKING: Zone = Zone(257);
pub(in super::super) const ASIA_COLOMBO: Zone = Zone(258);
pub(in super::super) const ASIA_DACCA: Zone = Zone(259);
pub(in super::super) const ASIA_DAMASCUS: Zone = Zone(260);
pub(in super::super) const ASIA_DHAKA: Zone = Zone(261);
pub(in super::super) const ASIA_DILI: Zone = Zone(262);
pub(in super::super) const ASIA_DUBAI: Zone = Zone(263);
pub(in super::super) const ASIA_DUSHANBE: Zone = Zone(264);
pub(in super::super) const ASIA_FAMAGUSTA: Zone = Zone(265);
pub(in super::super) const ASIA_GAZA: Zone = Zone(266);
pub(in super::super) const ASIA_HARBIN: Zone = Zone(267);
pub(in super::super) const ASIA_HEBRON: Zone = Zone(268);
pub(in super::super) const ASIA_HO_CHI_MINH: Zone = Zone(269);
pub(in super::super) const ASIA_HONG_KONG: Zone = Zone(270);
pub(in super::super) const ASIA_HOVD: Zone = Zone(271);
pub(in super::super) const ASIA_IRKUTSK: Zone = Zone(272);
pub(in super::super) const ASIA_ISTANBUL: Zone = Zone(273);
pub(in super::super) const ASIA_JAKARTA: Zone = Zone(274);
pub(in super::super) const ASIA_JAYAPURA: Zone = Zone(275);
pub(in super::super) const ASIA_JERUSALEM: Zone = Zone(276);
pub(in super::super) const ASIA_KABUL: Zone = Zone(277);
pub(in super::super) const ASIA_KAMCHATKA: Zone = Zone(278);
pub(in super::super) const ASIA_KARACHI: Zone = Zone(279);
pub(in super::super) const ASIA_KASHGAR: Zone = Zone(280);
pub(in super::super) const ASIA_KATHMANDU: Zone = Zone(281);
pub(in super::super) const ASIA_KATMANDU: Zone = Zone(282);
pub(in super::super) const ASIA_KHANDYGA: Zone = Zone(283);
pub(in super::super) const ASIA_KOLKATA: Zone = Zone(284);
pub(in super::super) const ASIA_KRASNOYARSK: Zone = Zone(285);
pub(in super::super) const ASIA_KUALA_LUMPUR: Zone = Zone(286);
pub(in super::super) const ASIA_KUCHING: Zone = Zone(287);
pub(in super::super) const ASIA_KUWAIT: Zone = Zone(288);
pub(in super::super) const ASIA_MACAO: Zone = Zone(289);
pub(in super::super) const ASIA_MACAU: Zone = Zone(290);
pub(in super::super) const ASIA_MAGADAN: Zone = Zone(291);
pub(in super::super) const ASIA_MAKASSAR: Zone = Zone(292);
pub(in super::super) const ASIA_MANILA: Zone = Zone(293);
pub(in super::super) const ASIA_MUSCAT: Zone = Zone(294);
pub(in super::super) const ASIA_NICOSIA: Zone = Zone(295);
pub(in super::super) const ASIA_NOVOKUZNETSK: Zone = Zone(296);
pub(in super::super) const ASIA_NOVOSIBIRSK: Zone = Zone(297);
pub(in super::super) const ASIA_OMSK: Zone = Zone(298);
pub(in super::super) const ASIA_ORAL: Zone = Zone(299);
pub(in super::super) const ASIA_PHNOM_PENH: Zone = Zone(300);
pub(in super::super) const ASIA_PONTIANAK: Zone = Zone(301);
pub(in super::super) const ASIA_PYONGYANG: Zone = Zone(302);
pub(in super::super) const ASIA_QATAR: Zone = Zone(303);
pub(in super::super) const ASIA_QOSTANAY: Zone = Zone(304);
pub(in super::super) const ASIA_QYZYLORDA: Zone = Zone(305);
pub(in super::super) const ASIA_RANGOON: Zone = Zone(306);
pub(in super::super) const ASIA_RIYADH: Zone = Zone(307);
pub(in super::super) const ASIA_SAIGON: Zone = Zone(308);
pub(in super::super) const ASIA_SAKHALIN: Zone = Zone(309);
pub(in super::super) const ASIA_SAMARKAND: Zone = Zone(310);
pub(in super::super) const ASIA_SEOUL: Zone = Zone(311);
pub(in super::super) const ASIA_SHANGHAI: Zone = Zone(312);
pub(in super::super) const ASIA_SINGAPORE: Zone = Zone(313);
pub(in super::super) const ASIA_SREDNEKOLYMSK: Zone = Zone(314);
pub(in super::super) const ASIA_TAIPEI: Zone = Zone(315);
pub(in super::super) const ASIA_TASHKENT: Zone = Zone(316);
pub(in super::super) const ASIA_TBILISI: Zone = Zone(317);
pub(in super::super) const ASIA_TEHRAN: Zone = Zone(318);
pub(in super::super) const ASIA_TEL_AVIV: Zone = Zone(319);
pub(in super::super) const ASIA_THIMBU: Zone = Zone(320);
pub(in super::super) const ASIA_THIMPHU: Zone = Zone(321);
pub(in super::super) const ASIA_TOKYO: Zone = Zone(322);
pub(in super::super) const ASIA_TOMSK: Zone = Zone(323);
pub(in super::super) const ASIA_UJUNG_PANDANG: Zone = Zone(324);
pub(in super::super) const ASIA_ULAANBAATAR: Zone = Zone(325);
pub(in super::super) const ASIA_ULAN_BATOR: Zone = Zone(326);
pub(in super::super) const ASIA_URUMQI: Zone = Zone(327);
pub(in super::super) const ASIA_UST_NERA: Zone = Zone(328);
pub(in super::super) const ASIA_VIENTIANE: Zone = Zone(329);
pub(in super::super) const ASIA_VLADIVOSTOK: Zone = Zone(330);
pub(in super::super) const ASIA_YAKUTSK: Zone = Zone(331);
pub(in super::super) const ASIA_YANGON: Zone = Zone(332);
pub(in super::super) const ASIA_YEKATERINBURG: Zone = Zone(333);
pub(in super::super) const ASIA_YEREVAN: Zone = Zone(334);
pub(in super::super) const ATLANTIC_AZORES: Zone = Zone(335);
pub(in super::super) const ATLANTIC_BERMUDA: Zone = Zone(336);
pub(in super::super) const ATLANTIC_CANARY: Zone = Zone(337);
pub(in super::super) const ATLANTIC_CAPE_VERDE: Zone = Zone(338);
pub(in super::super) const ATLANTIC_FAEROE: Zone = Zone(339);
pub(in super::super) const ATLANTIC_FAROE: Zone = Zone(340);
pub(in super::super) const ATLANTIC_JAN_MAYEN: Zone = Zone(341);
pub(in super::super) const ATLANTIC_MADEIRA: Zone = Zone(342);
pub(in super::super) const ATLANTIC_REYKJAVIK: Zone = Zone(343);
pub(in super::super) const ATLANTIC_SOUTH_GEORGIA: Zone = Zone(344);
pub(in super::super) const ATLANTIC_ST_HELENA: Zone = Zone(345);
pub(in super::super) const ATLANTIC_STANLEY: Zone = Zone(346);
pub(in super::super) const AUSTRALIA_ACT: Zone = Zone(347);
pub(in super::super) const AUSTRALIA_ADELAIDE: Zone = Zone(348);
pub(in super::super) const AUSTRALIA_BRISBANE: Zone = Zone(349);
pub(in super::super) const AUSTRALIA_BROKEN_HILL: Zone = Zone(350);
pub(in super::super) const AUSTRALIA_CANBERRA: Zone = Zone(351);
pub(in super::super) const AUSTRALIA_CURRIE: Zone = Zone(352);
pub(in super::super) const AUSTRALIA_DARWIN: Zone = Zone(353);
pub(in super::super) const AUSTRALIA_EUCLA: Zone = Zone(354);
pub(in super::super) const AUSTRALIA_HOBART: Zone = Zone(355);
pub(in super::super) const AUSTRALIA_LHI: Zone = Zone(356);
pub(in super::super) const AUSTRALIA_LINDEMAN: Zone = Zone(357);
pub(in super::super) const AUSTRALIA_LORD_HOWE: Zone = Zone(358);
pub(in super::super) const AUSTRALIA_MELBOURNE: Zone = Zone(359);
pub(in super::super) const AUSTRALIA_NSW: Zone = Zone(360);
pub(in super::super) const AUSTRALIA_NORTH: Zone = Zone(361);
pub(in super::super) const AUSTRALIA_PERTH: Zone = Zone(362);
pub(in super::super) const AUSTRALIA_QUEENSLAND: Zone = Zone(363);
pub(in super::super) const AUSTRALIA_SOUTH: Zone = Zone(364);
pub(in super::super) const AUSTRALIA_SYDNEY: Zone = Zone(365);
pub(in super::super) const AUSTRALIA_TASMANIA: Zone = Zone(366);
pub(in super::super) const AUSTRALIA_VICTORIA: Zone = Zone(367);
pub(in super::super) const AUSTRALIA_WEST: Zone = Zone(368);
pub(in super::super) const AUSTRALIA_YANCOWINNA: Zone = Zone(369);
pub(in super::super) const BRAZIL_ACRE: Zone = Zone(370);
pub(in super::super) const BRAZIL_DENORONHA: Zone = Zone(371);
pub(in super::super) const BRAZIL_EAST: Zone = Zone(372);
pub(in super::super) const BRAZIL_WEST: Zone = Zone(373);
pub(in super::super) const CET: Zone = Zone(374);
pub(in super::super) const CST6CDT: Zone = Zone(375);
pub(in super::super) const CANADA_ATLANTIC: Zone = Zone(376);
pub(in super::super) const CANADA_CENTRAL: Zone = Zone(377);
pub(in super::super) const CANADA_EASTERN: Zone = Zone(378);
pub(in super::super) const CANADA_MOUNTAIN: Zone = Zone(379);
pub(in super::super) const CANADA_NEWFOUNDLAND: Zone = Zone(380);
pub(in super::super) const CANADA_PACIFIC: Zone = Zone(381);
pub(in super::super) const CANADA_SASKATCHEWAN: Zone = Zone(382);
pub(in super::super) const CANADA_YUKON: Zone = Zone(383);
pub(in super::super) const CHILE_CONTINENTAL: Zone = Zone(384);
pub(in super::super) const CHILE_EASTERISLAND: Zone = Zone(385);
pub(in super::super) const CUBA: Zone = Zone(386);
pub(in super::super) const EET: Zone = Zone(387);
pub(in super::super) const EST: Zone = Zone(388);
pub(in super::super) const EST5EDT: Zone = Zone(389);
pub(in super::super) const EGYPT: Zone = Zone(390);
pub(in super::super) const EIRE: Zone = Zone(391);
pub(in super::super) const ETC_GMT: Zone = Zone(392);
pub(in super::super) const ETC_GMT_PLUS_0: Zone = Zone(393);
pub(in super::super) const ETC_GMT_PLUS_1: Zone = Zone(394);
pub(in super::super) const ETC_GMT_PLUS_10: Zone = Zone(395);
pub(in super::super) const ETC_GMT_PLUS_11: Zone = Zone(396);
pub(in super::super) const ETC_GMT_PLUS_12: Zone = Zone(397);
pub(in super::super) const ETC_GMT_PLUS_2: Zone = Zone(398);
pub(in super::super) const ETC_GMT_PLUS_3: Zone = Zone(399);
pub(in super::super) const ETC_GMT_PLUS_4: Zone = Zone(400);
pub(in super::super) const ETC_GMT_PLUS_5: Zone = Zone(401);
pub(in super::super) const ETC_GMT_PLUS_6: Zone = Zone(402);
pub(in super::super) const ETC_GMT_PLUS_7: Zone = Zone(403);
pub(in super::super) const ETC_GMT_PLUS_8: Zone = Zone(404);
pub(in super::super) const ETC_GMT_PLUS_9: Zone = Zone(405);
pub(in super::super) const ETC_GMT_MINUS_0: Zone = Zone(406);
pub(in super::super) const ETC_GMT_MINUS_1: Zone = Zone(407);
pub(in super::super) const ETC_GMT_MINUS_10: Zone = Zone(408);
pub(in super::super) const ETC_GMT_MINUS_11: Zone = Zone(409);
pub(in super::super) const ETC_GMT_MINUS_12: Zone = Zone(410);
pub(in super::super) const ETC_GMT_MINUS_13: Zone = Zone(411);
pub(in super::super) const ETC_GMT_MINUS_14: Zone = Zone(412);
pub(in super::super) const ETC_GMT_MINUS_2: Zone = Zone(413);
pub(in super::super) const ETC_GMT_MINUS_3: Zone = Zone(414);
pub(in super::super) const ETC_GMT_MINUS_4: Zone = Zone(415);
pub(in super::super) const ETC_GMT_MINUS_5: Zone = Zone(416);
pub(in super::super) const ETC_GMT_MINUS_6: Zone = Zone(417);
pub(in super::super) const ETC_GMT_MINUS_7: Zone = Zone(418);
pub(in super::super) const ETC_GMT_MINUS_8: Zone = Zone(419);
pub(in super::super) const ETC_GMT_MINUS_9: Zone = Zone(420);
pub(in super::super) const ETC_GMT0: Zone = Zone(421);
pub(in super::super) const ETC_GREENWICH: Zone = Zone(422);
pub(in super::super) const ETC_UCT: Zone = Zone(423);
pub(in super::super) const ETC_UTC: Zone = Zone(424);
pub(in super::super) const ETC_UNIVERSAL: Zone = Zone(425);
pub(in super::super) const ETC_ZULU: Zone = Zone(426);
pub(in super::super) const EUROPE_AMSTERDAM: Zone = Zone(427);
pub(in super::super) const EUROPE_ANDORRA: Zone = Zone(428);
pub(in super::super) const EUROPE_ASTRAKHAN: Zone = Zone(429);
pub(in super::super) const EUROPE_ATHENS: Zone = Zone(430);
pub(in super::super) const EUROPE_BELFAST: Zone = Zone(431);
pub(in super::super) const EUROPE_BELGRADE: Zone = Zone(432);
pub(in super::super) const EUROPE_BERLIN: Zone = Zone(433);
pub(in super::super) const EUROPE_BRATISLAVA: Zone = Zone(434);
pub(in super::super) const EUROPE_BRUSSELS: Zone = Zone(435);
pub(in super::super) const EUROPE_BUCHAREST: Zone = Zone(436);
pub(in super::super) const EUROPE_BUDAPEST: Zone = Zone(437);
pub(in super::super) const EUROPE_BUSINGEN: Zone = Zone(438);
pub(in super::super) const EUROPE_CHISINAU: Zone = Zone(439);
pub(in super::super) const EUROPE_COPENHAGEN: Zone = Zone(440);
pub(in super::super) const EUROPE_DUBLIN: Zone = Zone(441);
pub(in super::super) const EUROPE_GIBRALTAR: Zone = Zone(442);
pub(in super::super) const EUROPE_GUERNSEY: Zone = Zone(443);
pub(in super::super) const EUROPE_HELSINKI: Zone = Zone(444);
pub(in super::super) const EUROPE_ISLE_OF_MAN: Zone = Zone(445);
pub(in super::super) const EUROPE_ISTANBUL: Zone = Zone(446);
pub(in super::super) const EUROPE_JERSEY: Zone = Zone(447);
pub(in super::super) const EUROPE_KALININGRAD: Zone = Zone(448);
pub(in super::super) const EUROPE_KIEV: Zone = Zone(449);
pub(in super::super) const EUROPE_KIROV: Zone = Zone(450);
pub(in super::super) const EUROPE_KYIV: Zone = Zone(451);
pub(in super::super) const EUROPE_LISBON: Zone = Zone(452);
pub(in super::super) const EUROPE_LJUBLJANA: Zone = Zone(453);
pub(in super::super) const EUROPE_LONDON: Zone = Zone(454);
pub(in super::super) const EUROPE_LUXEMBOURG: Zone = Zone(455);
pub(in super::super) const EUROPE_MADRID: Zone = Zone(456);
pub(in super::super) const EUROPE_MALTA: Zone = Zone(457);
pub(in super::super) const EUROPE_MARIEHAMN: Zone = Zone(458);
pub(in super::super) const EUROPE_MINSK: Zone = Zone(459);
pub(in super::super) const EUROPE_MONACO: Zone = Zone(460);
pub(in super::super) const EUROPE_MOSCOW: Zone = Zone(461);
pub(in super::super) const EUROPE_NICOSIA: Zone = Zone(462);
pub(in super::super) const EUROPE_OSLO: Zone = Zone(463);
pub(in super::super) const EUROPE_PARIS: Zone = Zone(464);
pub(in super::super) const EUROPE_PODGORICA: Zone = Zone(465);
pub(in super::super) const EUROPE_PRAGUE: Zone = Zone(466);
pub(in super::super) const EUROPE_RIGA: Zone = Zone(467);
pub(in super::super) const EUROPE_ROME: Zone = Zone(468);
pub(in super::super) const EUROPE_SAMARA: Zone = Zone(469);
pub(in super::super) const EUROPE_SAN_MARINO: Zone = Zone(470);
pub(in super::super) const EUROPE_SARAJEVO: Zone = Zone(471);
pub(in super::super) const EUROPE_SARATOV: Zone = Zone(472);
pub(in super::super) const EUROPE_SIMFEROPOL: Zone = Zone(473);
pub(in super::super) const EUROPE_SKOPJE: Zone = Zone(474);
pub(in super::super) const EUROPE_SOFIA: Zone = Zone(475);
pub(in super::super) const EUROPE_STOCKHOLM: Zone = Zone(476);
pub(in super::super) const EUROPE_TALLINN: Zone = Zone(477);
pub(in super::super) const EUROPE_TIRANE: Zone = Zone(478);
pub(in super::super) const EUROPE_TIRASPOL: Zone = Zone(479);
pub(in super::super) const EUROPE_ULYANOVSK: Zone = Zone(480);
pub(in super::super) const EUROPE_UZHGOROD: Zone = Zone(481);
pub(in super::super) const EUROPE_VADUZ: Zone = Zone(482);
pub(in super::super) const EUROPE_VATICAN: Zone = Zone(483);
pub(in super::super) const EUROPE_VIENNA: Zone = Zone(484);
pub(in super::super) const EUROPE_VILNIUS: Zone = Zone(485);
pub(in super::super) const EUROPE_VOLGOGRAD: Zone = Zone(486);
pub(in super::super) const EUROPE_WARSAW: Zone = Zone(487);
pub(in super::super) const EUROPE_ZAGREB: Zone = Zone(488);
pub(in super::super) const EUROPE_ZAPOROZHYE: Zone = Zone(489);
pub(in super::super) const EUROPE_ZURICH: Zone = Zone(490);
pub(in super::super) const GB: Zone = Zone(491);
pub(in super::super) const GB_EIRE: Zone = Zone(492);
pub(in super::super) const GMT: Zone = Zone(493);
pub(in super::super) const GMT_PLUS_0: Zone = Zone(494);
pub(in super::super) const GMT_MINUS_0: Zone = Zone(495);
pub(in super::super) const GMT0: Zone = Zone(496);
pub(in super::super) const GREENWICH: Zone = Zone(497);
pub(in super::super) const HST: Zone = Zone(498);
pub(in super::super) const HONGKONG: Zone = Zone(499);
pub(in super::super) const ICELAND: Zone = Zone(500);
pub(in super::super) const INDIAN_ANTANANARIVO: Zone = Zone(501);
pub(in super::super) const INDIAN_CHAGOS: Zone = Zone(502);
pub(in super::super) const INDIAN_CHRISTMAS: Zone = Zone(503);
pub(in super::super) const INDIAN_COCOS: Zone = Zone(504);
pub(in super::super) const INDIAN_COMORO: Zone = Zone(505);
pub(in super::super) const INDIAN_KERGUELEN: Zone = Zone(506);
pub(in super::super) const INDIAN_MAHE: Zone = Zone(507);
pub(in super::super) const INDIAN_MALDIVES: Zone = Zone(508);
pub(in super::super) const INDIAN_MAURITIUS: Zone = Zone(509);
pub(in super::super) const INDIAN_MAYOTTE: Zone = Zone(510);
pub(in super::super) const INDIAN_REUNION: Zone = Zone(511);
pub(in super::super) const IRAN: Zone = Zone(512);
pub(in super::super) const ISRAEL: Zone = Zone(513);
pub(in super::super) const JAMAICA: Zone = Zone(514);
pub(in super::super) const JAPAN: Zone = Zone(515);
pub(in super::super) const KWAJALEIN: Zone = Zone(516);
pub(in super::super) const LIBYA: Zone = Zone(517);
pub(in super::super) const MET: Zone = Zone(518);
pub(in super::super) const MST: Zone = Zone(519);
pub(in super::super) const MST7MDT: Zone = Zone(520);
pub(in super::super) const MEXICO_BAJANORTE: Zone = Zone(521);
pub(in super::super) const MEXICO_BAJASUR: Zone = Zone(522);
pub(in super::super) const MEXICO_GENERAL: Zone = Zone(523);
pub(in super::super) const NZ: Zone = Zone(524);
pub(in super::super) const NZ_CHAT: Zone = Zone(525);
pub(in super::super) const NAVAJO: Zone = Zone(526);
pub(in super::super) const PRC: Zone = Zone(527);
pub(in super::super) const PST8PDT: Zone = Zone(528);
pub(in super::super) const PACIFIC_APIA: Zone = Zone(529);
pub(in super::super) const PACIFIC_AUCKLAND: Zone = Zone(530);
pub(in super::super) const PACIFIC_BOUGAINVILLE: Zone = Zone(531);
pub(in super::super) const PACIFIC_CHATHAM: Zone = Zone(532);
pub(in super::super) const PACIFIC_CHUUK: Zone = Zone(533);
pub(in super::super) const PACIFIC_EASTER: Zone = Zone(534);
pub(in super::super) const PACIFIC_EFATE: Zone = Zone(535);
pub(in super::super) const PACIFIC_ENDERBURY: Zone = Zone(536);
pub(in super::super) const PACIFIC_FAKAOFO: Zone = Zone(537);
pub(in super::super) const PACIFIC_FIJI: Zone = Zone(538);
pub(in super::super) const PACIFIC_FUNAFUTI: Zone = Zone(539);
pub(in super::super) const PACIFIC_GALAPAGOS: Zone = Zone(540);
pub(in super::super) const PACIFIC_GAMBIER: Zone = Zone(541);
pub(in super::super) const PACIFIC_GUADALCANAL: Zone = Zone(542);
pub(in super::super) const PACIFIC_GUAM: Zone = Zone(543);
pub(in super::super) const PACIFIC_HONOLULU: Zone = Zone(544);
pub(in super::super) const PACIFIC_JOHNSTON: Zone = Zone(545);
pub(in super::super) const PACIFIC_KANTON: Zone = Zone(546);
pub(in super::super) const PACIFIC_KIRITIMATI: Zone = Zone(547);
pub(in super::super) const PACIFIC_KOSRAE: Zone = Zone(548);
pub(in super::super) const PACIFIC_KWAJALEIN: Zone = Zone(549);
pub(in super::super) const PACIFIC_MAJURO: Zone = Zone(550);
pub(in super::super) const PACIFIC_MARQUESAS: Zone = Zone(551);
pub(in super::super) const PACIFIC_MIDWAY: Zone = Zone(552);
pub(in super::super) const PACIFIC_NAURU: Zone = Zone(553);
pub(in super::super) const PACIFIC_NIUE: Zone = Zone(554);
pub(in super::super) const PACIFIC_NORFOLK: Zone = Zone(555);
pub(in super::super) const PACIFIC_NOUMEA: Zone = Zone(556);
pub(in super::super) const PACIFIC_PAGO_PAGO: Zone = Zone(557);
pub(in super::super) const PACIFIC_PALAU: Zone = Zone(558);
pub(in super::super) const PACIFIC_PITCAIRN: Zone = Zone(559);
pub(in super::super) const PACIFIC_POHNPEI: Zone = Zone(560);
pub(in super::super) const PACIFIC_PONAPE: Zone = Zone(561);
pub(in super::super) const PACIFIC_PORT_MORESBY: Zone = Zone(562);
pub(in super::super) const PACIFIC_RAROTONGA: Zone = Zone(563);
pub(in super::super) const PACIFIC_SAIPAN: Zone = Zone(564);
pub(in super::super) const PACIFIC_SAMOA: Zone = Zone(565);
pub(in super::super) const PACIFIC_TAHITI: Zone = Zone(566);
pub(in super::super) const PACIFIC_TARAWA: Zone = Zone(567);
pub(in super::super) const PACIFIC_TONGATAPU: Zone = Zone(568);
pub(in super::super) const PACIFIC_TRUK: Zone = Zone(569);
pub(in super::super) const PACIFIC_WAKE: Zone = Zone(570);
pub(in super::super) const PACIFIC_WALLIS: Zone = Zone(571);
pub(in super::super) const PACIFIC_YAP: Zone = Zone(572);
pub(in super::super) const POLAND: Zone = Zone(573);
pub(in super::super) const PORTUGAL: Zone = Zone(574);
pub(in super::super) const ROC: Zone = Zone(575);
pub(in super::super) const ROK: Zone = Zone(576);
pub(in super::super) const SINGAPORE: Zone = Zone(577);
pub(in super::super) const TURKEY: Zone = Zone(578);
pub(in super::super) const UCT: Zone = Zone(579);
pub(in super::super) const US_ALASKA: Zone = Zone(580);
pub(in super::super) const US_ALEUTIAN: Zone = Zone(581);
pub(in super::super) const US_ARIZONA: Zone = Zone(582);
pub(in super::super) const US_CENTRAL: Zone = Zone(583);
pub(in super::super) const US_EAST_INDIANA: Zone = Zone(584);
pub(in super::super) const US_EASTERN: Zone = Zone(585);
pub(in super::super) const US_HAWAII: Zone = Zone(586);
pub(in super::super) const US_INDIANA_STARKE: Zone = Zone(587);
pub(in super::super) const US_MICHIGAN: Zone = Zone(588);
pub(in super::super) const US_MOUNTAIN: Zone = Zone(589);
pub(in super::super) const US_PACIFIC: Zone = Zone(590);
pub(in super::super) const US_SAMOA: Zone = Zone(591);
pub(in super::super) const UTC: Zone = Zone(592);
pub(in super::super) const UNIVERSAL: Zone = Zone(593);
pub(in super::super) const W_SU: Zone = Zone(594);
pub(in super::super) const WET: Zone = Zone(595);
pub(in super::super) const ZULU: Zone = Zone(596);
