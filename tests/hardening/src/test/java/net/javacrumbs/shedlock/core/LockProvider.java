package net.javacrumbs.shedlock.core;

/**
 * Of ShedLock, which gives locks between instances. The real one is not on the class
 * path.
 */
public interface LockProvider {

}
