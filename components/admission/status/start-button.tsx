"use client";

import { ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useRefusalText } from "@/components/forms/use-refusal-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { openApplicationForm } from "@/lib/domains/admission/actions/application";
import { routes } from "@/lib/platform/routes/routes";

/** Opens the application form: the open one, or a new one. */
export function StartButton({ label }: { label: string }) {
	const router = useRouter();
	const refusalText = useRefusalText();
	const [pending, startTransition] = useTransition();
	function start() {
		startTransition(async () => {
			const outcome = await openApplicationForm({});
			if (outcome.ok) router.push(routes.partner.application());
			else toast.error(refusalText(outcome));
		});
	}
	return (
		<Button variant="spark" size="lg" pending={pending} onClick={start}>
			{label}
			<ArrowRight aria-hidden="true" />
		</Button>
	);
}
