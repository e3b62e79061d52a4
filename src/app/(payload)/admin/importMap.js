import { LinkCell as LinkCell_8f31064af82af1a719cde58a206a9d0c } from '../../../../views/fields/LinkCell'
import { CustomFieldsField as CustomFieldsField_dca73dbb789970e0d6a60706ff211c2a } from '../../../../views/fields/CustomFieldsField'
import { ImportLink as ImportLink_01b3b5ee75edf4b0646f44f1d8e76593 } from '../../../../views/ImportRelations/ImportLink'
import { RelationCard as RelationCard_dbe981fd170250afd51a763f859e8c81 } from '../../../../views/RelationCard/index'
import { ExplainMembership as ExplainMembership_09c3dcc7c0bbc92a81e47a8942ec20b1 } from '../../../../views/ExplainMembership/index'
import { RuleField as RuleField_555adfad3f5691440a7cd93f095c287a } from '../../../../views/fields/RuleField'
import { ListMembers as ListMembers_5cbfc895eaaff78560657cfbfa28965a } from '../../../../views/ListMembers/index'
import { JsonField as JsonField_3d53c7a277f8e10bcec213416791aa31 } from '../../../../views/fields/JsonField'
import { ArchiveOrgan as ArchiveOrgan_94410371bbb3966498c51c7ae24e1a63 } from '../../../../views/ArchiveOrgan/ArchiveOrgan'
import { HistoryLink as HistoryLink_e610ea8d302f38d6147afc54fc5da8a8 } from '../../../../views/ImportHistory/HistoryLink'
import { EuroCell as EuroCell_f229a1becd808add02385b80542f37ff } from '../../../../views/fields/EuroCell'
import { EuroField as EuroField_62ed7af458dec37b815e6e393df1fb31 } from '../../../../views/fields/EuroField'
import { FundForecast as FundForecast_5f94fe83faed2a24fe9d99a602bee55b } from '../../../../views/FundForecast/index'
import { BankLinesField as BankLinesField_8a7fa7e51f6c6d85899c1ca2f97c0930 } from '../../../../views/fields/BankLinesField'
import { BankLineCell as BankLineCell_a64680f0760151479987874b20883d68 } from '../../../../views/fields/BankLineCell'
import { CancelSubscription as CancelSubscription_ac7858176458b64c3dd082eeb08d1ebd } from '../../../../views/Subscription/index'
import { Invoice as Invoice_039dfb70a9eea57350be9ba6b1a02f0b } from '../../../../views/Invoice/index'
import { Mandate as Mandate_6fab25b2557d11350902fdbc0bce0c3c } from '../../../../views/Mandate/index'
import { Creditor as Creditor_1dd12553d94570b00f12996e0b158e83 } from '../../../../views/Creditor/index'
import { ImportStatusReport as ImportStatusReport_3370207b80f1b9689abe830e66898417 } from '../../../../views/ImportStatusReport/ImportStatusReport'
import { Batch as Batch_9fbc7d743c02bc05e26b69e6d6ab5676 } from '../../../../views/Batch/index'
import { UploadBankFiles as UploadBankFiles_97247ad8362049390ca78ed3f8f731af } from '../../../../views/Bank/UploadBankFiles'
import { BankImport as BankImport_a3e95ecba28062726f2ccaf95915461b } from '../../../../views/BankImport/index'
import { Statement as Statement_8d5f245af7b9773781c5f8dcc5d519b9 } from '../../../../views/Statement/index'
import { BankLine as BankLine_dbfcb11c827a82607f938954468d3ca8 } from '../../../../views/BankLine/index'
import { LedgerIntro as LedgerIntro_be0654145432914339eb4b54e6ce2ff7 } from '../../../../views/Bank/LedgerIntro'
import { LinkedToCell as LinkedToCell_c787bc767623729a58efb164ce66114d } from '../../../../views/fields/LinkedToCell'
import { OnlinePayment as OnlinePayment_c50044ada1bc6adffd3bdd5194ac3e9a } from '../../../../views/OnlinePayment/index'
import { Icon as Icon_65314b516cf87861c267f5b4ab35bc1f } from '../../../../views/brand/Icon'
import { Logo as Logo_4be667920108a3b8d8c0da2421c77cc1 } from '../../../../views/brand/Logo'
import { NavLinks as NavLinks_fd41d6be6e6c38812a0b2375edf26514 } from '../../../../views/brand/NavLinks'
import { Dashboard as Dashboard_066ae41153e8a5a88f364c79621e065c } from '../../../../views/Dashboard/index'
import { Collecting as Collecting_7d887963d5abd841342b555aa3f8476d } from '../../../../views/Collecting/index'
import { FailedDebits as FailedDebits_03328444008146b0478764b68858a926 } from '../../../../views/FailedDebits/index'
import { Outstanding as Outstanding_e3193e7a3f23c33b7d6da5d19b585fef } from '../../../../views/Outstanding/index'
import { Bank as Bank_7cd16c0155be9097062cc70693e65bae } from '../../../../views/Bank/index'
import { Notices as Notices_e2711534a2c0138551142c07f57c0dd6 } from '../../../../views/Notices/index'
import { InvoiceRun as InvoiceRun_d15cafa5cd2b9824bc490d939e5aab49 } from '../../../../views/InvoiceRun/index'
import { Reminders as Reminders_147ba3254201efb6c7dc64c0db81e6a1 } from '../../../../views/Reminders/index'
import { OrganTree as OrganTree_72ff6b1a8900b2ab3c8f4d51bf37bed6 } from '../../../../views/OrganTree/index'
import { MyDepartment as MyDepartment_25e4c6f50aa84f49d1a692d6cb08d5a0 } from '../../../../views/MyDepartment/index'
import { ImportRelations as ImportRelations_52bf7b94744e9d69aa0ebef3175f875b } from '../../../../views/ImportRelations/index'
import { ImportHistory as ImportHistory_338c90c08b7d2bab532f1b3adb9454da } from '../../../../views/ImportHistory/index'
import { CorrectMembership as CorrectMembership_4ea56499e1def1ac52d8d91e15d53586 } from '../../../../views/CorrectMembership/index'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/views/fields/LinkCell#LinkCell": LinkCell_8f31064af82af1a719cde58a206a9d0c,
  "/views/fields/CustomFieldsField#CustomFieldsField": CustomFieldsField_dca73dbb789970e0d6a60706ff211c2a,
  "/views/ImportRelations/ImportLink#ImportLink": ImportLink_01b3b5ee75edf4b0646f44f1d8e76593,
  "/views/RelationCard/index#RelationCard": RelationCard_dbe981fd170250afd51a763f859e8c81,
  "/views/ExplainMembership/index#ExplainMembership": ExplainMembership_09c3dcc7c0bbc92a81e47a8942ec20b1,
  "/views/fields/RuleField#RuleField": RuleField_555adfad3f5691440a7cd93f095c287a,
  "/views/ListMembers/index#ListMembers": ListMembers_5cbfc895eaaff78560657cfbfa28965a,
  "/views/fields/JsonField#JsonField": JsonField_3d53c7a277f8e10bcec213416791aa31,
  "/views/ArchiveOrgan/ArchiveOrgan#ArchiveOrgan": ArchiveOrgan_94410371bbb3966498c51c7ae24e1a63,
  "/views/ImportHistory/HistoryLink#HistoryLink": HistoryLink_e610ea8d302f38d6147afc54fc5da8a8,
  "/views/fields/EuroCell#EuroCell": EuroCell_f229a1becd808add02385b80542f37ff,
  "/views/fields/EuroField#EuroField": EuroField_62ed7af458dec37b815e6e393df1fb31,
  "/views/FundForecast/index#FundForecast": FundForecast_5f94fe83faed2a24fe9d99a602bee55b,
  "/views/fields/BankLinesField#BankLinesField": BankLinesField_8a7fa7e51f6c6d85899c1ca2f97c0930,
  "/views/fields/BankLineCell#BankLineCell": BankLineCell_a64680f0760151479987874b20883d68,
  "/views/Subscription/index#CancelSubscription": CancelSubscription_ac7858176458b64c3dd082eeb08d1ebd,
  "/views/Invoice/index#Invoice": Invoice_039dfb70a9eea57350be9ba6b1a02f0b,
  "/views/Mandate/index#Mandate": Mandate_6fab25b2557d11350902fdbc0bce0c3c,
  "/views/Creditor/index#Creditor": Creditor_1dd12553d94570b00f12996e0b158e83,
  "/views/ImportStatusReport/ImportStatusReport#ImportStatusReport": ImportStatusReport_3370207b80f1b9689abe830e66898417,
  "/views/Batch/index#Batch": Batch_9fbc7d743c02bc05e26b69e6d6ab5676,
  "/views/Bank/UploadBankFiles#UploadBankFiles": UploadBankFiles_97247ad8362049390ca78ed3f8f731af,
  "/views/BankImport/index#BankImport": BankImport_a3e95ecba28062726f2ccaf95915461b,
  "/views/Statement/index#Statement": Statement_8d5f245af7b9773781c5f8dcc5d519b9,
  "/views/BankLine/index#BankLine": BankLine_dbfcb11c827a82607f938954468d3ca8,
  "/views/Bank/LedgerIntro#LedgerIntro": LedgerIntro_be0654145432914339eb4b54e6ce2ff7,
  "/views/fields/LinkedToCell#LinkedToCell": LinkedToCell_c787bc767623729a58efb164ce66114d,
  "/views/OnlinePayment/index#OnlinePayment": OnlinePayment_c50044ada1bc6adffd3bdd5194ac3e9a,
  "/views/brand/Icon#Icon": Icon_65314b516cf87861c267f5b4ab35bc1f,
  "/views/brand/Logo#Logo": Logo_4be667920108a3b8d8c0da2421c77cc1,
  "/views/brand/NavLinks#NavLinks": NavLinks_fd41d6be6e6c38812a0b2375edf26514,
  "/views/Dashboard/index#Dashboard": Dashboard_066ae41153e8a5a88f364c79621e065c,
  "/views/Collecting/index#Collecting": Collecting_7d887963d5abd841342b555aa3f8476d,
  "/views/FailedDebits/index#FailedDebits": FailedDebits_03328444008146b0478764b68858a926,
  "/views/Outstanding/index#Outstanding": Outstanding_e3193e7a3f23c33b7d6da5d19b585fef,
  "/views/Bank/index#Bank": Bank_7cd16c0155be9097062cc70693e65bae,
  "/views/Notices/index#Notices": Notices_e2711534a2c0138551142c07f57c0dd6,
  "/views/InvoiceRun/index#InvoiceRun": InvoiceRun_d15cafa5cd2b9824bc490d939e5aab49,
  "/views/Reminders/index#Reminders": Reminders_147ba3254201efb6c7dc64c0db81e6a1,
  "/views/OrganTree/index#OrganTree": OrganTree_72ff6b1a8900b2ab3c8f4d51bf37bed6,
  "/views/MyDepartment/index#MyDepartment": MyDepartment_25e4c6f50aa84f49d1a692d6cb08d5a0,
  "/views/ImportRelations/index#ImportRelations": ImportRelations_52bf7b94744e9d69aa0ebef3175f875b,
  "/views/ImportHistory/index#ImportHistory": ImportHistory_338c90c08b7d2bab532f1b3adb9454da,
  "/views/CorrectMembership/index#CorrectMembership": CorrectMembership_4ea56499e1def1ac52d8d91e15d53586,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
