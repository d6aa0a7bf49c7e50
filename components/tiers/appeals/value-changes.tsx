import { ArrowRight } from "lucide-react";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { ValueChange } from "@/lib/domains/tiers/types/appeals";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { valueWords } from "./value-words";

/** Figures of a verdict beside what they become. */
export async function ValueChanges({ values, label }: { values: readonly ValueChange[]; label: string }) {
	const [t, locale] = await Promise.all([getTranslations("tierappeals"), getLocale()]);
	const { nameOf, show } = valueWords(t, locale);
	return (
		<div className="overflow-hidden rounded-lg border">
			<Table label={label}>
				<TableHeader>
					<TableRow>
						<TableHead>{t("case.value")}</TableHead>
						<TableHead numeric>{t("case.before")}</TableHead>
						<TableHead aria-hidden="true" />
						<TableHead numeric>{t("case.after")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{values.map(({ key, before, after }) => (
						<TableRow key={key}>
							<TableRowHead>{nameOf(key)}</TableRowHead>
							<TableCell numeric className="text-ink-soft">
								{show(key, before)}
							</TableCell>
							<TableCell className="w-6 px-0 text-ink-faint">
								<ArrowRight aria-hidden="true" className="size-4" />
							</TableCell>
							<TableCell numeric className="font-semibold">
								{show(key, after)}
							</TableCell>
						</TableRow>
					))}
				</TableBody>
			</Table>
		</div>
	);
}
