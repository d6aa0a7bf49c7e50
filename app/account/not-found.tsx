import { MissingPage } from "@/components/identity/missing-page";

export default function AccountNotFound() {
	return <MissingPage />;
}
