import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { TemplateVersion } from "@/lib/domains/playbook/types/template-desk";
import { formatCount, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** Every version, who published it, and how many brands work by it. */
export async function TemplateVersions({ versions }: { versions: readonly TemplateVersion[] }) {
	const [t, locale] = await Promise.all([getTranslations("playbooktemplates"), getLocale()]);
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("versions")} />
			<Table label={t("versions")}>
				<TableHeader>
					<TableRow>
						<TableHead>{t("version")}</TableHead>
						<TableHead>{t("items")}</TableHead>
						<TableHead numeric>{t("brands")}</TableHead>
						<TableHead>{t("publishedBy")}</TableHead>
						<TableHead>{t("publishedAt")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{versions.map((one, at) => (
						<TableRow key={one.version}>
							<TableRowHead className="whitespace-nowrap">
								<Link
									href={`${routes.ops.playbookTemplates()}?version=${one.version}`}
									className="underline underline-offset-4"
								>
									{t("versionName", { version: one.version })}
								</Link>{" "}
								{at === 0 && <Badge tone="success">{t("newest")}</Badge>}
							</TableRowHead>
							<TableCell className="whitespace-nowrap">
								{t("itemCount", {
									count: one.items.length,
									required: one.items.filter(({ isRequired }) => isRequired).length,
								})}
							</TableCell>
							<TableCell numeric>{formatCount(one.brands)}</TableCell>
							<TableCell>{one.publishedBy ?? t("shipped")}</TableCell>
							<TableCell className="figure whitespace-nowrap">
								{formatDateTime(one.publishedAt, locale)}
							</TableCell>
						</TableRow>
					))}
				</TableBody>
			</Table>
		</Card>
	);
}
