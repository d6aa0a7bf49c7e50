import type { Metadata } from "next";
import Link from "next/link";
import { CodeTables } from "@/components/intake/reference/code-tables";
import { Conventions } from "@/components/intake/reference/conventions";
import { OperationCard } from "@/components/intake/reference/operation-card";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { loadApiReference } from "@/lib/domains/intake/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("apidoc");
	return { title: t("title") };
}

export default async function ApiReferencePage() {
	const [{ operations, server }, t] = await Promise.all([loadApiReference(), getTranslations("apidoc")]);
	return (
		<>
			<Crumb label={t("title")} />
			<PageHeader
				title={t("title")}
				description={t("description")}
				actions={
					<>
						<Button asChild variant="ghost">
							<a href={routes.api.openApi()}>{t("raw")}</a>
						</Button>
						<Button asChild variant="secondary">
							<Link href={routes.ops.apiKeys()}>{t("back")}</Link>
						</Button>
					</>
				}
			/>
			<div className="space-y-4">
				<Conventions operations={operations} server={server} />
				{operations.map((operation) => (
					<OperationCard key={operation.id} operation={operation} server={server} />
				))}
				<CodeTables />
			</div>
		</>
	);
}
