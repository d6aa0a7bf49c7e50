import { EvidenceList } from "@/components/files/evidence-list";
import { EvidenceUpload } from "@/components/files/evidence-upload";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { LoadedClaim } from "@/lib/domains/trust/types/claim-views";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { EvidenceForm } from "./evidence-form";

type Props = Pick<LoadedClaim, "claim" | "files" | "isOpen"> & { side: "brand" | "desk"; canAdd: boolean };

export async function EvidenceCard({ claim, files, isOpen, side, canAdd }: Props) {
	const [t, locale] = await Promise.all([getTranslations("trustclaims"), getLocale()]);
	const mayAdd = canAdd && isOpen;
	return (
		<Card>
			<CardHeader title={t("evidence.title")} description={t("evidence.hint")} />
			<CardBody className="space-y-6">
				{claim.evidences.length === 0 ? (
					<p className="text-ink-faint text-sm">{t("evidence.none")}</p>
				) : (
					<ul className="space-y-4">
						{claim.evidences.map((one) => (
							<li key={one.id}>
								<p className="wrap-anywhere whitespace-pre-line text-ink text-sm">{one.text}</p>
								<p className="text-ink-faint text-xs">
									{t(`party.${one.party}`)} · {one.addedByName} · {formatDateTime(one.addedAt, locale)}
								</p>
							</li>
						))}
					</ul>
				)}
				{mayAdd && <EvidenceForm claimId={claim.id} side={side} />}
				{mayAdd ? (
					<EvidenceUpload
						purpose="TRUST_CLAIM"
						subject={claim.id}
						files={files}
						label={t("evidence.files")}
						hint={t("evidence.filesHint")}
					/>
				) : files.length > 0 ? (
					<EvidenceList files={files} label={t("evidence.files")} />
				) : (
					<p className="text-ink-faint text-sm">{t("evidence.noFiles")}</p>
				)}
			</CardBody>
		</Card>
	);
}
