import Link from "next/link";
import type { ReactNode } from "react";
import type { Words } from "./words";

/**
 * "这个数怎么来的" of a figure: what it counts, by which measure, as of when, and where its rows are. The browser's own popover,
 * so that a page of twenty figures carries no script for them.
 */
export function Definition({
	id,
	subject,
	what,
	measure,
	asOf,
	rows,
	words: { t, tCommon },
}: {
	/** Unique in the page. */
	id: string;
	subject: string;
	what: ReactNode;
	measure: string;
	asOf: string;
	rows?: { href: string; label: string };
	words: Words;
}) {
	return (
		<>
			<button
				type="button"
				className="pg-why"
				popoverTarget={id}
				aria-label={tCommon("explain.about", { subject })}
			/>
			<div id={id} popover="auto">
				<p>
					<b>{subject}</b>
				</p>
				<p>{what}</p>
				<p>{t("why.measure", { measure })}</p>
				<p>{asOf}</p>
				{rows && (
					<Link href={rows.href} prefetch={false} className="pg-link">
						{rows.label}
					</Link>
				)}
			</div>
		</>
	);
}
