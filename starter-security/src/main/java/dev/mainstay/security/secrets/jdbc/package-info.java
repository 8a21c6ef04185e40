/**
 * Gives new credentials to a pool of database connections.
 */
@NullMarked
package dev.mainstay.security.secrets.jdbc;

import org.jspecify.annotations.NullMarked;
