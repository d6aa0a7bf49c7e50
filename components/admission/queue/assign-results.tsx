"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import type { AssignResult } from "./assign-controls";

type Props = { results: readonly AssignResult[]; onClose: () => void };

/** Row by row what was given and what could not be, and why; stays when the rows themselves have left the table. */
export function AssignResults({ results, onClose }: Props) {
	const t = useTranslations("queue");
	const failed = results.filter((result) => result.refusal !== null).length;
	return (
		<Dialog open={results.length > 0} onOpenChange={(open) => !open && onClose()}>
			<DialogContent
				title={t("assign.resultTitle")}
				description={t("assign.resultSummary", { done: results.length - failed, failed })}
			>
				<ul className="divide-y text-sm">
					{results.map((result) => (
						<li key={result.applicationId} className="flex flex-wrap items-start justify-between gap-2 py-2">
							<span className="wrap-anywhere min-w-0 font-medium">{result.name}</span>
							{result.refusal ? (
								<span className="text-danger-ink">{result.refusal}</span>
							) : (
								<Badge tone="success">{t("assign.ok")}</Badge>
							)}
						</li>
					))}
				</ul>
				<DialogActions>
					<Button onClick={onClose}>{t("assign.close")}</Button>
				</DialogActions>
			</DialogContent>
		</Dialog>
	);
}
