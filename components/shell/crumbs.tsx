"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { BreadcrumbItem } from "@/components/ui/breadcrumbs";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";

type Trail = { tail: readonly BreadcrumbItem[]; setTail: (tail: readonly BreadcrumbItem[]) => void };

const TrailContext = createContext<Trail>({ tail: [], setTail: () => {} });

export function CrumbProvider({ children }: { children: ReactNode }) {
	const [tail, setTail] = useState<readonly BreadcrumbItem[]>([]);
	const trail = useMemo(() => ({ tail, setTail }), [tail]);
	return <TrailContext value={trail}>{children}</TrailContext>;
}

/** A page below a navigation item puts its own name at the end of the trail: `<Crumb label={partner.name} />`. */
export function Crumb({ label }: { label: string }) {
	const { setTail } = useContext(TrailContext);
	useEffect(() => {
		setTail([{ label }]);
		return () => setTail([]);
	}, [label, setTail]);
	return null;
}

/** The workspace and the navigation item, then whatever the page added. */
export function CrumbTrail({ base, label }: { base: readonly BreadcrumbItem[]; label: string }) {
	const { tail } = useContext(TrailContext);
	return <Breadcrumbs label={label} items={[...base, ...tail]} className="grow" />;
}
