import type { ReactNode } from "react";
import "./programme.css";

export default function ProgrammeLayout({ children }: { children: ReactNode }) {
	return children;
}
