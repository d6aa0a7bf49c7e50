import { Check } from "lucide-react";
import type { QuestionBody } from "@/lib/domains/certification/types/questions";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** A question as its reviewer reads it: everything, with the right answers marked. */
export async function QuestionPreview({ body }: { body: QuestionBody }) {
	const t = await getTranslations("examdesk");
	const options = (part: QuestionBody["parts"][number]) =>
		part.kind === "boolean" ? [t("truths.true"), t("truths.false")] : part.options;
	return (
		<div className="space-y-5 text-sm">
			<p className="wrap-anywhere whitespace-pre-line text-base">{body.stem || "–"}</p>
			{body.pictureId && (
				<figure className="space-y-1">
					{/* biome-ignore lint/performance/noImgElement: a guarded file of the portal's own, as it was uploaded */}
					<img
						src={routes.api.file(body.pictureId)}
						alt={body.pictureAlt ?? ""}
						className="max-h-96 max-w-full rounded-md border"
					/>
					<figcaption className="text-ink-faint text-xs">
						{t("picture.altOf", { text: body.pictureAlt || "–" })}
					</figcaption>
				</figure>
			)}
			{body.parts.map((part, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place.
				<div key={at} className="space-y-2">
					{body.kind === "case" && (
						<p className="font-medium">
							{t("question.part", { number: at + 1 })}（{t(`kinds.${part.kind}`)}）{part.prompt}
						</p>
					)}
					<ol className="space-y-1.5">
						{options(part).map((option, place) => {
							const isRight = part.kind === "ordering" || part.key.includes(place);
							return (
								<li
									key={option}
									className={`flex items-start gap-2 rounded-md border px-3 py-2 ${isRight ? "border-success/40 bg-success-soft" : ""}`}
								>
									<span className="figure w-5 shrink-0 text-ink-faint">
										{part.kind === "ordering" ? place + 1 : String.fromCharCode(65 + place)}
									</span>
									<span className="wrap-anywhere grow">{option}</span>
									{isRight && part.kind !== "ordering" && (
										<span className="flex items-center gap-1 text-success-ink text-xs">
											<Check aria-hidden="true" className="size-4" />
											{t("question.right")}
										</span>
									)}
								</li>
							);
						})}
					</ol>
				</div>
			))}
			<div>
				<p className="text-ink-faint text-xs">{t("question.explanation")}</p>
				<p className="wrap-anywhere mt-1 whitespace-pre-line">{body.explanation || "–"}</p>
			</div>
		</div>
	);
}
