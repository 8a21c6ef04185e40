package org.springframework.session;

/**
 * Of Spring Session, for sessions that stay in the process.
 */
public class MapSessionRepository implements SessionRepository {

}
