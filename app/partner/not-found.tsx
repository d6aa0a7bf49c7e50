import { MissingPage } from "@/components/identity/missing-page";

export default function PartnerNotFound() {
	return <MissingPage />;
}
