import type { Metadata } from "next";
import Link from "next/link";
import { NoticeArticle, titleOf } from "@/components/notices/notice-article";
import { loadNotice } from "@/lib/domains/partnership/loaders/notices";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const notice = await params.then(({ id }) => loadNotice(id));
	return { title: await titleOf(notice) };
}

export default async function NoticePage({ params }: Props) {
	const [t, notice] = await Promise.all([
		getTranslations("notices"),
		params.then(({ id }) => loadNotice(id)),
	]);
	return (
		<div className="mx-auto min-h-[50vh] max-w-4xl px-4 py-12 sm:px-8 sm:py-16">
			<Link href={routes.notices()} className="text-brand-ink text-sm hover:underline underline-offset-4">
				{t("back")}
			</Link>
			<NoticeArticle notice={notice} isWhole />
			<p className="mt-4 text-ink-faint text-xs">{t("privacy")}</p>
		</div>
	);
}
