"""The only room that knows Whoosh: schema, query, spelling and the disposable index."""
