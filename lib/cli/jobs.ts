import { jobs as benefits } from "@/lib/domains/benefits/jobs";
import { jobs as certification } from "@/lib/domains/certification/jobs";
import { jobs as decisions } from "@/lib/domains/decisions/jobs";
import { jobs as fund } from "@/lib/domains/fund/jobs";
import { jobs as gmv } from "@/lib/domains/gmv/jobs";
import { jobs as identity } from "@/lib/domains/identity/jobs";
import { jobs as intake } from "@/lib/domains/intake/jobs";
import { jobs as partnership } from "@/lib/domains/partnership/jobs";
import { jobs as playbook } from "@/lib/domains/playbook/jobs";
import { jobs as pools } from "@/lib/domains/pools/jobs";
import { jobs as programme } from "@/lib/domains/programme/jobs";
import { jobs as tiers } from "@/lib/domains/tiers/jobs";
import { jobs as trust } from "@/lib/domains/trust/jobs";

/** Every job of the portal; the web server runs them, `prepareDatabase` makes their queues. */
export const portalJobs = [
	...certification,
	...decisions,
	...gmv,
	...identity,
	...intake,
	...partnership,
	...playbook,
	...pools,
	...benefits,
	...fund,
	...programme,
	...tiers,
	...trust,
];
