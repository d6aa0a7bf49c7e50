-- As its other keys: a movement is checked once, when its transaction commits.
ALTER TABLE pool_movements ALTER CONSTRAINT pool_movements_of_a_change DEFERRABLE INITIALLY DEFERRED;
