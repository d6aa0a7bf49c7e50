"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { Spinner } from "@/components/ui/spinner";
import { openExam } from "@/lib/domains/certification/actions/sitting";
import type { OpenPaper } from "@/lib/domains/certification/types/sittings";
import { readDeviceKey } from "./device";
import { RunningPaper } from "./running-paper";

type Phase =
	| { at: "opening" }
	| { at: "otherDevice" }
	| { at: "failed"; reason: string }
	| { at: "running"; paper: OpenPaper; deviceKey: string; openedAtMs: number };

/** The exam itself. Its paper comes when the page is open on the one device that may answer, and not before. */
export function SittingRoom({ sittingId }: { sittingId: string }) {
	const t = useTranslations("sitting");
	const router = useRouter();
	const errorText = useErrorText();
	const [phase, setPhase] = useState<Phase>({ at: "opening" });
	const open = useCallback(
		async (takeOver: boolean) => {
			setPhase({ at: "opening" });
			const deviceKey = readDeviceKey();
			const outcome = await openExam({ sittingId, deviceKey, takeOver }).catch(() => null);
			if (!outcome) return setPhase({ at: "failed", reason: "NETWORK" });
			if (!outcome.ok)
				return setPhase(
					outcome.reason === "DEVICE_OTHER"
						? { at: "otherDevice" }
						: { at: "failed", reason: outcome.reason },
				);
			if (!outcome.paper) return router.refresh();
			setPhase({ at: "running", paper: outcome.paper, deviceKey, openedAtMs: performance.now() });
		},
		[sittingId, router],
	);
	useEffect(() => {
		void open(false);
	}, [open]);
	if (phase.at === "running")
		return (
			<RunningPaper
				paper={phase.paper}
				deviceKey={phase.deviceKey}
				openedAtMs={phase.openedAtMs}
				onClosed={(reason) =>
					reason === "DEVICE_OTHER" ? setPhase({ at: "otherDevice" }) : router.refresh()
				}
			/>
		);
	return (
		<Card>
			<CardBody className="pt-5">
				{phase.at === "opening" && (
					<p className="flex items-center gap-2 text-ink-soft text-sm" role="status">
						<Spinner />
						{t("room.opening")}
					</p>
				)}
				{phase.at === "otherDevice" && (
					<Banner
						tone="warning"
						role="alert"
						title={t("room.otherDevice")}
						actions={<Button onClick={() => void open(true)}>{t("room.continueHere")}</Button>}
					>
						{t("room.otherDeviceHint")}
					</Banner>
				)}
				{phase.at === "failed" && (
					<Banner
						tone="danger"
						role="alert"
						title={phase.reason === "NETWORK" ? t("room.noNetwork") : errorText(phase.reason)}
						actions={<Button onClick={() => void open(false)}>{t("room.retry")}</Button>}
					>
						{t("room.savedIsSaved")}
					</Banner>
				)}
			</CardBody>
		</Card>
	);
}
