"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { SelectionBar } from "@/components/ui/selection-bar";
import { toast } from "@/components/ui/toast";
import { assignTrustClaims } from "@/lib/domains/trust/actions/claims";

type Props = { workers: readonly { id: string; name: string }[]; tools: ReactNode; children: ReactNode };

const NOBODY = "nobody";

/** The rows are the server's; chosen ones are read from their checkboxes and given to somebody. */
export function ClaimSelection({ workers, tools, children }: Props) {
	const t = useTranslations("trustclaims");
	const errorText = useErrorText();
	const router = useRouter();
	const form = useRef<HTMLFormElement>(null);
	const [chosen, setChosen] = useState<readonly string[]>([]);
	const [assignee, setAssignee] = useState("");
	const [pending, startTransition] = useTransition();

	function read() {
		if (form.current) setChosen(new FormData(form.current).getAll("claim").map(String));
	}
	function clear() {
		form.current?.reset();
		setChosen([]);
	}
	function assign() {
		startTransition(async () => {
			const outcome = await assignTrustClaims({
				claimIds: [...chosen],
				assigneeId: assignee === NOBODY ? null : assignee,
			});
			if (!outcome.ok) return void toast.error(errorText(outcome.reason, outcome.params));
			toast.success(t("assign.done", { count: outcome.count }));
			clear();
			router.refresh();
		});
	}
	return (
		<>
			{chosen.length === 0 ? (
				<div className="flex items-center justify-end gap-2 border-b px-3 py-1.5">{tools}</div>
			) : (
				<SelectionBar count={chosen.length} onClear={clear}>
					<NativeSelect
						aria-label={t("assign.label")}
						value={assignee}
						onChange={(event) => setAssignee(event.target.value)}
						emptyLabel={t("assign.choose")}
						options={[
							...workers.map(({ id, name }) => ({ value: id, label: name })),
							{ value: NOBODY, label: t("assign.nobody") },
						]}
					/>
					<Button size="sm" className="h-9" disabled={assignee === ""} pending={pending} onClick={assign}>
						{t("assign.submit")}
					</Button>
				</SelectionBar>
			)}
			<form ref={form} onChange={read} onSubmit={(event) => event.preventDefault()}>
				{children}
			</form>
		</>
	);
}
