import { ClientMessages } from "@/components/shell/client-messages";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { getTranslations } from "@/lib/platform/i18n/server";
import { EvidenceGroups } from "./evidence-groups";

/** The evidence of an application before its reviewer, by force and track fact. Brings its own messages. */
export async function EvidencePanel({ files }: { files: readonly EvidenceFile[] }) {
	const t = await getTranslations("files");
	return (
		<Card>
			<CardHeader
				title={t("panel.title")}
				description={t(files.length > 0 ? "panel.text" : "panel.none", { count: files.length })}
			/>
			{files.length > 0 && (
				<CardBody>
					<ClientMessages namespaces={["files"]}>
						<EvidenceGroups files={files} />
					</ClientMessages>
				</CardBody>
			)}
		</Card>
	);
}
