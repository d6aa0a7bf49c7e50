import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import type { ReviewPage } from "@/lib/domains/admission/types";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** To the open applications before and after this one in the queue. */
export async function NeighbourLinks({ previousId, nextId }: ReviewPage["neighbours"]) {
	const t = await getTranslations("review");
	const links = [
		["previous", previousId, ChevronLeft],
		["next", nextId, ChevronRight],
	] as const;
	return links.map(([name, id, Icon]) =>
		id ? (
			<Button key={name} asChild variant="secondary" size="icon-sm">
				<Link
					href={routes.ops.application(id)}
					aria-label={t(`neighbours.${name}`)}
					title={t(`neighbours.${name}`)}
				>
					<Icon aria-hidden="true" />
				</Link>
			</Button>
		) : (
			<Button key={name} variant="secondary" size="icon-sm" disabled aria-label={t(`neighbours.${name}`)}>
				<Icon aria-hidden="true" />
			</Button>
		),
	);
}
