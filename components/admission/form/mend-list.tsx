"use client";

import { useTranslations } from "use-intl";
import { useFieldLabel } from "@/components/admission/field-label";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { forceCodes } from "@/lib/domains/forces/constants";
import { MendedBadge } from "./asked";
import { useForm } from "./form-context";

/** Everything a reviewer asked for, each a step away, and what has been changed of it. */
export function MendList({ onGo }: { onGo: (path: string) => void }) {
	const t = useTranslations("admission");
	const label = useFieldLabel();
	const { requests } = useForm();
	if (requests.length === 0) return null;
	const left = requests.filter((request) => !request.isMended).length;
	return (
		<Card>
			<CardHeader
				title={t("mend.title")}
				description={t("mend.left", { count: left, total: requests.length })}
			/>
			<CardBody>
				<ul className="divide-y">
					{requests.map((request) => (
						<li
							key={`${request.section}-${request.paths.join()}-${request.comment}`}
							className="flex flex-wrap items-start gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0 sm:flex-nowrap"
						>
							<div className="w-full shrink-0 text-xs sm:w-44">
								<p className="text-ink-faint">{t(`sections.${request.section}`)}</p>
								<p className="flex flex-wrap gap-x-2">
									{request.paths.map((path) => (
										<button
											key={path}
											type="button"
											onClick={() => onGo(targetOf(path))}
											className="rounded-sm text-left text-brand-ink text-sm underline decoration-brand-ink/40 underline-offset-4 hover:decoration-brand-ink"
										>
											{path === request.section ? t("mend.wholeSection") : label(path)}
										</button>
									))}
								</p>
							</div>
							<p className="wrap-anywhere min-w-0 grow whitespace-pre-line text-ink text-sm">
								{request.comment}
							</p>
							<MendedBadge isMended={request.isMended} />
						</li>
					))}
				</ul>
			</CardBody>
		</Card>
	);
}

/** Where to put the cursor: of a whole force, its words. */
function targetOf(path: string): string {
	const isForce = forceCodes.some((force) => path === `forces.${force}`);
	return isForce ? `${path}.statement` : path;
}
