"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { NativeSelect } from "@/components/ui/native-select";
import { assignTrustClaims } from "@/lib/domains/trust/actions/claims";

type Props = { claimId: string; assigneeId: string | null; workers: readonly { id: string; name: string }[] };

/** Who works on the claim; chosen, it is theirs at once. */
export function AssignClaim({ claimId, assigneeId, workers }: Props) {
	const t = useTranslations("trustclaims");
	const router = useRouter();
	const run = useActionButton();
	const [pending, startTransition] = useTransition();
	function assign(id: string) {
		startTransition(async () => {
			await run(
				assignTrustClaims({ claimIds: [claimId], assigneeId: id || null }),
				t("assign.done", { count: 1 }),
			);
			router.refresh();
		});
	}
	return (
		<NativeSelect
			aria-label={t("assign.label")}
			disabled={pending}
			value={assigneeId ?? ""}
			emptyLabel={t("unassigned")}
			options={workers.map(({ id, name }) => ({ value: id, label: name }))}
			onChange={({ target }) => assign(target.value)}
		/>
	);
}
