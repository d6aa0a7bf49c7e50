import "server-only";
import { readCurrentVersion, readTemplate } from "@/lib/domains/playbook/data/templates";
import type { TemplateItem } from "@/lib/domains/playbook/types/template";
import type { Tx } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/id/id";
import { addDays, type Day } from "@/lib/platform/time";

/** A day as the database's client takes it. */
export function dateOf(day: Day): Date {
	return new Date(`${day}T00:00:00Z`);
}

export function itemValues(
	brandId: string,
	version: number,
	one: TemplateItem,
	place: { position: number; dueOn: Day },
) {
	return {
		...{ id: newId("pbi"), brandId, key: one.key, templateVersion: version, step: one.step },
		...{ owner: one.owner, isRequired: one.isRequired, evidenceKind: one.evidence },
		...{ position: place.position, dueOn: dateOf(place.dueOn) },
	};
}

/** Gives a brand the items of the current template, due from a day on; false when it has a playbook already. */
export async function startPlaybook(tx: Tx, brandId: string, from: Day): Promise<boolean> {
	const version = await readCurrentVersion(tx);
	const { count } = await tx.brand.updateMany({
		where: { id: brandId, playbookVersion: null },
		data: { playbookVersion: version, playbookFrom: dateOf(from) },
	});
	if (count !== 1) return false;
	const template = await readTemplate(version, tx);
	await tx.playbookItem.createMany({
		data: template.map((one, position) =>
			itemValues(brandId, version, one, { position, dueOn: addDays(from, one.dueAfterDays) }),
		),
	});
	return true;
}
