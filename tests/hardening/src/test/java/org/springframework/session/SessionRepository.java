package org.springframework.session;

/**
 * Of Spring Session, where its sessions are. The real one is not on the class path.
 */
public interface SessionRepository {

}
