import "server-only";
import { migrationPageSize } from "@/lib/domains/playbook/constants/template-desk";
import {
	findTemplateDraft,
	listBrandsBehind,
	listHeldItems,
	listTemplateVersions,
	type TemplateDraft,
} from "@/lib/domains/playbook/data/template-desk";
import { planMigration } from "@/lib/domains/playbook/rules/templates/plan-migration";
import { migrationPageSchema } from "@/lib/domains/playbook/schema/templates";
import type { MigrationPlan, TemplateVersion } from "@/lib/domains/playbook/types/template-desk";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

type Query = Record<string, string | string[] | undefined>;

export type TemplateDesk = {
	readonly versions: readonly TemplateVersion[];
	readonly draft: TemplateDraft | null;
	readonly canManage: boolean;
	/** The two versions the address asks to compare; null where there are no two. */
	readonly compared: { readonly from: number; readonly to: number } | null;
	/** The version shown in full. */
	readonly shown: TemplateVersion | undefined;
};

/** The template's versions, the draft, and what the address asks to see of them. */
export async function loadTemplates(query: Query): Promise<TemplateDesk> {
	const scope = await requireScope("playbook.portfolio", routes.ops.playbookTemplates());
	const [versions, draft] = await Promise.all([listTemplateVersions(), findTemplateDraft()]);
	const known = (value: unknown) => versions.find(({ version }) => String(version) === value);
	const [newest, before] = versions;
	return {
		...{ versions, draft, canManage: can(scope.role, "playbook.template") },
		shown: known(query.version) ?? newest,
		compared:
			newest && before
				? {
						from: known(query.from)?.version ?? before.version,
						to: known(query.to)?.version ?? newest.version,
					}
				: null,
	};
}

export type BehindRow = {
	readonly id: string;
	readonly name: string;
	readonly version: number;
	readonly plan: MigrationPlan;
};

/** Brands whose playbook runs by an older version, each with what moving it would mean today; a page of them. */
export async function loadMigration(query: Query) {
	const scope = await requireScope("playbook.portfolio", routes.ops.playbookMigration());
	const versions = await listTemplateVersions();
	const newest = versions[0];
	const asked = migrationPageSchema.parse(query.page);
	const { brands, total, page } = newest
		? await listBrandsBehind(scope, newest.version, { page: asked, size: migrationPageSize })
		: { brands: [], total: 0, page: 1 };
	const held = await listHeldItems(brands.map(({ id }) => id));
	const today = businessDayOf(new Date());
	const itemsOf = (wanted: number) => versions.find(({ version }) => version === wanted)?.items ?? [];
	const rows = brands.map(
		({ id, name, version, from: start }): BehindRow => ({
			...{ id, name, version },
			plan: planMigration({
				...{ items: held.get(id) ?? [], from: itemsOf(version), to: newest?.items ?? [], start, today },
			}),
		}),
	);
	const hasMore = page * migrationPageSize < total;
	return { newest, rows, total, page, hasMore, itemsOf, canManage: can(scope.role, "playbook.template") };
}
