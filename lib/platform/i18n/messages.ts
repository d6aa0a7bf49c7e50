/** The messages of every namespace, typed by the Chinese files: a key used in code that is missing there does not compile. */

import type { createTranslator } from "use-intl/core";
import type { Locale } from "./config";
import type activation from "./messages/zh-CN/activation.json";
import type admission from "./messages/zh-CN/admission.json";
import type apidoc from "./messages/zh-CN/apidoc.json";
import type benefits from "./messages/zh-CN/benefits.json";
import type brandrequests from "./messages/zh-CN/brandrequests.json";
import type calendar from "./messages/zh-CN/calendar.json";
import type certificates from "./messages/zh-CN/certificates.json";
import type common from "./messages/zh-CN/common.json";
import type decisions from "./messages/zh-CN/decisions.json";
import type drafts from "./messages/zh-CN/drafts.json";
import type errors from "./messages/zh-CN/errors.json";
import type examdesk from "./messages/zh-CN/examdesk.json";
import type exclusives from "./messages/zh-CN/exclusives.json";
import type explorer from "./messages/zh-CN/explorer.json";
import type failure from "./messages/zh-CN/failure.json";
import type files from "./messages/zh-CN/files.json";
import type forces from "./messages/zh-CN/forces.json";
import type forecast from "./messages/zh-CN/forecast.json";
import type fund from "./messages/zh-CN/fund.json";
import type gmv from "./messages/zh-CN/gmv.json";
import type identity from "./messages/zh-CN/identity.json";
import type intake from "./messages/zh-CN/intake.json";
import type landing from "./messages/zh-CN/landing.json";
import type leaderboard from "./messages/zh-CN/leaderboard.json";
import type lifecycle from "./messages/zh-CN/lifecycle.json";
import type mail from "./messages/zh-CN/mail.json";
import type mapping from "./messages/zh-CN/mapping.json";
import type notices from "./messages/zh-CN/notices.json";
import type notifications from "./messages/zh-CN/notifications.json";
import type numbers from "./messages/zh-CN/numbers.json";
import type outlook from "./messages/zh-CN/outlook.json";
import type overrides from "./messages/zh-CN/overrides.json";
import type partnership from "./messages/zh-CN/partnership.json";
import type playbook from "./messages/zh-CN/playbook.json";
import type playbooktemplates from "./messages/zh-CN/playbooktemplates.json";
import type policies from "./messages/zh-CN/policies.json";
import type policylab from "./messages/zh-CN/policylab.json";
import type pools from "./messages/zh-CN/pools.json";
import type programme from "./messages/zh-CN/programme.json";
import type proofs from "./messages/zh-CN/proofs.json";
import type queue from "./messages/zh-CN/queue.json";
import type records from "./messages/zh-CN/records.json";
import type review from "./messages/zh-CN/review.json";
import type selflive from "./messages/zh-CN/selflive.json";
import type servicerecord from "./messages/zh-CN/servicerecord.json";
import type shell from "./messages/zh-CN/shell.json";
import type sitting from "./messages/zh-CN/sitting.json";
import type standards from "./messages/zh-CN/standards.json";
import type stations from "./messages/zh-CN/stations.json";
import type steppolicy from "./messages/zh-CN/steppolicy.json";
import type tierappeals from "./messages/zh-CN/tierappeals.json";
import type tiers from "./messages/zh-CN/tiers.json";
import type trustrules from "./messages/zh-CN/trustrules.json";

export type Messages = {
	exclusives: typeof exclusives;
	selflive: typeof selflive;
	common: typeof common;
	shell: typeof shell;
	failure: typeof failure;
	landing: typeof landing;
	errors: typeof errors;
	identity: typeof identity;
	notifications: typeof notifications;
	mail: typeof mail;
	admission: typeof admission;
	records: typeof records;
	review: typeof review;
	activation: typeof activation;
	decisions: typeof decisions;
	drafts: typeof drafts;
	forecast: typeof forecast;
	gmv: typeof gmv;
	explorer: typeof explorer;
	intake: typeof intake;
	mapping: typeof mapping;
	apidoc: typeof apidoc;
	queue: typeof queue;
	numbers: typeof numbers;
	notices: typeof notices;
	partnership: typeof partnership;
	tierappeals: typeof tierappeals;
	tiers: typeof tiers;
	forces: typeof forces;
	files: typeof files;
	programme: typeof programme;
	outlook: typeof outlook;
	overrides: typeof overrides;
	leaderboard: typeof leaderboard;
	lifecycle: typeof lifecycle;
	playbook: typeof playbook;
	playbooktemplates: typeof playbooktemplates;
	policies: typeof policies;
	policylab: typeof policylab;
	pools: typeof pools;
	fund: typeof fund;
	proofs: typeof proofs;
	standards: typeof standards;
	brandrequests: typeof brandrequests;
	servicerecord: typeof servicerecord;
	steppolicy: typeof steppolicy;
	trustrules: typeof trustrules;
	stations: typeof stations;
	benefits: typeof benefits;
	calendar: typeof calendar;
	sitting: typeof sitting;
	examdesk: typeof examdesk;
	certificates: typeof certificates;
};

export type Namespace = keyof Messages;

/** Speaks the messages of one namespace. One type for all: two that only look the same take the compiler minutes to compare. */
export type Translations<N extends Namespace> = ReturnType<typeof createTranslator<Messages, N>>;

declare module "use-intl/core" {
	interface AppConfig {
		Locale: Locale;
		Messages: Messages;
	}
}
