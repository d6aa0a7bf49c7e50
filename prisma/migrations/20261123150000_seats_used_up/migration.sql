-- AlterTable
ALTER TABLE "exam_bookings" ADD COLUMN     "used_at" TIMESTAMPTZ(3);

-- A seat is used up with its result: who may sit again books another one, in a continuous window too.
UPDATE exam_bookings b SET used_at = s.ended_at FROM exam_sittings s
 WHERE s.booking_id = b.id AND s.state IN ('PASSED', 'FAILED');
DROP INDEX exam_bookings_one_seat;
CREATE UNIQUE INDEX exam_bookings_one_seat ON exam_bookings (window_id, user_id) WHERE cancelled_at IS NULL AND used_at IS NULL;

CREATE FUNCTION use_up_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE exam_bookings SET used_at = NEW.ended_at WHERE id = NEW.booking_id AND used_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER exam_sittings_use_up_seat AFTER INSERT OR UPDATE OF state ON exam_sittings
  FOR EACH ROW WHEN (NEW.state IN ('PASSED', 'FAILED')) EXECUTE FUNCTION use_up_seat();
