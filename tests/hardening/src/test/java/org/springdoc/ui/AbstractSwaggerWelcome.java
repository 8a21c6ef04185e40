package org.springdoc.ui;

/**
 * Stands for the class of springdoc with this name, of which a check knows nothing else.
 */
public abstract class AbstractSwaggerWelcome {

}
