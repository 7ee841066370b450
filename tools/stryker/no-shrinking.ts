// A change is found by the first counterexample; looking for the shortest one takes most of the time.
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true });
