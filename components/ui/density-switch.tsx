"use client";

import { Rows2, Rows4 } from "lucide-react";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { setDensity } from "@/lib/platform/preferences/actions";
import { Segmented, type SegmentedOption } from "./segmented";
import type { TableDensity } from "./table";

/** Remembers the reader's table density in a cookie; pages pass `readDensity()` here and to their tables. */
export function DensitySwitch({ density }: { density: TableDensity }) {
	const t = useTranslations("common");
	const [, startTransition] = useTransition();
	function choose(value: TableDensity) {
		startTransition(async () => {
			await setDensity({ density: value });
		});
	}
	return (
		<Segmented
			label={t("density.label")}
			value={density}
			onValueChange={choose}
			options={
				[
					{
						value: "comfortable",
						label: (
							<>
								<Rows2 aria-hidden="true" />
								{t("density.comfortable")}
							</>
						),
					},
					{
						value: "compact",
						label: (
							<>
								<Rows4 aria-hidden="true" />
								{t("density.compact")}
							</>
						),
					},
				] satisfies SegmentedOption<TableDensity>[]
			}
		/>
	);
}
