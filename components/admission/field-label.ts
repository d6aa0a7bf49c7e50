"use client";

import { useTranslations } from "use-intl";
import { forceCodes } from "@/lib/domains/forces/constants";

/** The name of a form field by its dotted path, such as `forces.supply.score` → 供应链 · 自评. */
export function useFieldLabel(): (path: string) => string {
	const t = useTranslations("admission");
	const tForces = useTranslations("forces");
	return (path) => {
		const [section, name, part] = path.split(".");
		const force = section === "forces" ? forceCodes.find((code) => code === name) : undefined;
		if (force) {
			if (!part) return tForces(`names.${force}`);
			const key = part === "statement" ? "fields.forces.statement" : "fields.forces.score";
			return t(key, { force: tForces(`names.${force}`) });
		}
		const key = `fields.${path}` as "fields.company.name";
		return t.has(key) ? t(key) : path;
	};
}
