import type { Metadata } from "next";
import Link from "next/link";
import { DiscardFile } from "@/components/intake/mapping/discard-file";
import { MappingWizard } from "@/components/intake/mapping/mapping-wizard";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadMappableUpload } from "@/lib/domains/intake/loaders/mappings";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("mapping");
	return { title: t("title") };
}

export default async function MapUploadPage({ params }: { params: Promise<{ uploadId: string }> }) {
	const [{ uploadId }, t] = await Promise.all([params, getTranslations("mapping")]);
	const { upload, opening, guess, ...rest } = await loadMappableUpload(uploadId);
	const isWaiting = upload.state === "UNMAPPED" && opening !== null && guess !== null;
	return (
		<ClientMessages namespaces={["mapping", "gmv", "intake", "errors"]}>
			<Crumb label={upload.fileName} />
			<PageHeader
				title={
					<span className="wrap-anywhere">
						{t("title")} · {upload.fileName}
					</span>
				}
				description={t("description")}
				actions={isWaiting && <DiscardFile id={upload.id} name={upload.fileName} />}
			/>
			{isWaiting ? (
				<MappingWizard upload={upload} opening={opening} guess={guess} {...rest} />
			) : (
				<Card>
					<EmptyState
						title={t("waiting")}
						description={t("waitingHint")}
						actions={
							<Button asChild variant="secondary">
								<Link href={routes.ops.imports()}>{t("back")}</Link>
							</Button>
						}
					/>
				</Card>
			)}
		</ClientMessages>
	);
}
