import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { ApiOperation } from "@/lib/domains/intake/rules/read-document";
import { getTranslations } from "@/lib/platform/i18n/server";
import { CodeText } from "./code-block";

/** What holds for every request, and where each of them is told of. */
export async function Conventions({
	operations,
	server,
}: {
	operations: readonly ApiOperation[];
	server: string;
}) {
	const t = await getTranslations("apidoc");
	const parts = ["auth", "formats", "once", "units"] as const;
	return (
		<div className="grid items-start gap-4 xl:grid-cols-[1fr_20rem]">
			<Card>
				<CardHeader title={t("basics.title")} />
				<CardBody>
					<dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[7rem_1fr] sm:gap-y-3">
						<dt className="text-ink-faint">{t("basics.base")}</dt>
						<dd className="wrap-anywhere font-mono text-xs leading-5 max-sm:mb-2">{server}</dd>
						{parts.map((part) => (
							<div key={part} className="contents">
								<dt className="text-ink-faint">{t(`basics.${part}`)}</dt>
								<dd className="max-sm:mb-2">
									<CodeText text={t(`basics.${part}Text`)} />
								</dd>
							</div>
						))}
					</dl>
				</CardBody>
			</Card>
			<Card>
				<CardHeader title={t("contents")} />
				<CardBody>
					<nav aria-label={t("contents")}>
						<ul className="space-y-2 text-sm">
							{operations.map(({ id, method, path }) => (
								<li key={id}>
									<a href={`#${id}`} className="font-mono text-brand-ink text-xs hover:underline">
										{method} {path}
									</a>
								</li>
							))}
							{(["problems", "lineCodes"] as const).map((id) => (
								<li key={id}>
									<a href={`#${id}`} className="text-brand-ink hover:underline">
										{t(id)}
									</a>
								</li>
							))}
						</ul>
					</nav>
				</CardBody>
			</Card>
		</div>
	);
}
